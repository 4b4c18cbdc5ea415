"""Runs programs of the course, one after the other, each as if it were the first."""
