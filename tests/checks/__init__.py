"""Functions that find faults in the source or in the built site; each yields a Fault and prints nothing."""
