"""Everything under structured/ comes in; records that know their places in the sources go out."""
