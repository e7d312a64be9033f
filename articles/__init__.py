"""Articles, the quotations in them, and how outlets print them."""
