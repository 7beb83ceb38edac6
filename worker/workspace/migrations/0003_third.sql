ALTER TABLE `leads` ADD `clock_version` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_calendar` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `clock_trial` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `leads_clock_earlier` ON `leads` (`id`) WHERE clock is not null and clock_version is null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `import_errors` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `connection_letters` ADD `faults` text;--> statement-breakpoint
ALTER TABLE `connection_records` ADD `pace_until` integer;