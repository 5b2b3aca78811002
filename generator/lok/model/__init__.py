"""The whole course in memory, as frozen records that hold data only. Made by `read`, narrowed by `view`."""
