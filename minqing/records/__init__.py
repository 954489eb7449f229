"""Households, residents, visits, appeals and the rest: what they are made of, each field defined once."""
