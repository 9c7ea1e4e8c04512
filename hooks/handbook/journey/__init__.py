"""What the learner's own pages know of the programme: progress, certificate, reviews, seven days."""
