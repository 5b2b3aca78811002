"""Author text in, everything a training evening needs out. `lok.api` names what a program may use."""
