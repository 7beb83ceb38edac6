CREATE TABLE `seals` (
	`member_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `hooks` ADD `old_secret` text;--> statement-breakpoint
ALTER TABLE `hooks` ADD `overlap_ends_at` integer;--> statement-breakpoint
CREATE INDEX `facts_said` ON `facts` (`at`,`seq`) WHERE kind in ('handoff.answered', 'handoff.corrected', 'handoff.contested', 'handoff.decided', 'handoff.commented');