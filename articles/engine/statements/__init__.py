"""Links to statements: the utterances of a story, and the articles that carry one text."""
