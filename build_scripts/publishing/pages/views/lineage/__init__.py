"""What carries out what: relations between measures, and the works that documents cite, as pages."""
