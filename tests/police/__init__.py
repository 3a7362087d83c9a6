"""What no test may do unnoticed: reach the network, log a sealed value, print an unknown variable,
rely on an order that nobody asked for."""
