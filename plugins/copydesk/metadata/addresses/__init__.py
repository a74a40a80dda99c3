"""Addresses: of the story, its picture and its licence, cleaned and checked."""
