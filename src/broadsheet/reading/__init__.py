"""From a file or text to typed values, with positions: for every file that authors write."""
