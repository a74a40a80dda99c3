"""What the curator must look at: pages that are no story or two, odd forms, how sure the edit is."""
