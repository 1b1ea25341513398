"""What was loaded comes in; problems go out: one small function per rule, each given everything, none printing or raising."""
