"""How everything looks: colours and fonts by meaning, signs, pictures that no author drew."""
