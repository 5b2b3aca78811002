"""A slide in, boxes in mm out: what stands where, at which size, with its lines broken."""
