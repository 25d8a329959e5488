"""How far those who answer agree, and how well their answers tell organisations apart."""
