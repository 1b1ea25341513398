"""Addresses published before come in; what a build must keep, redirect or mark as gone goes out."""
