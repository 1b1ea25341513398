"""Tables come in; SVG goes out."""
