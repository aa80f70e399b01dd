-- How many a word finds is judged by samples: of a hundred, one who has it weighs as much as a thousand of 100,000.
ALTER TABLE members ALTER COLUMN search SET STATISTICS 500;--> statement-breakpoint
ANALYZE members;
