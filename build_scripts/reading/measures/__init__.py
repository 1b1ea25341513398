"""An outline comes in; measures with all that is read off their texts go out."""
