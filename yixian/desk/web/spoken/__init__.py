"""来访、来电: what is done about a person who came or rang, besides the report itself."""
