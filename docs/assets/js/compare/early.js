// Before the page is drawn: whether the address asks for a comparison, so that its room is kept and nothing jumps.
if (new URLSearchParams(location.search).has("m")) document.documentElement.classList.add("pp-comparing");
