"""Persons and office holders: titles, names, whom they act for, who is meant by a surname or an office alone."""
