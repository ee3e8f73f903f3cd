"""What residents meet on their phones: plain pages in the same process, and the door that keeps both sides apart."""
