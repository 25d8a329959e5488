"""The catalogue's sentences, by subject: each key with the sentence in bokmål and in English."""
