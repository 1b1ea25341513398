"""What was corrected, and what came when."""
