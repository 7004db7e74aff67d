"""What describes the formats: schema, reference page and starter, all made from the models."""
