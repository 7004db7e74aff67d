"""Documents made side by side, in processes with limits, here or on other machines.

What goes in and out is bytes: nothing here knows what a document is but `attempt`, which makes one.
"""
