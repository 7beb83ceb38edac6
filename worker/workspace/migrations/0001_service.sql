CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by` ON `audit` (`by`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`action`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`due_at` integer,
	`tries` integer NOT NULL,
	`done` integer NOT NULL,
	`total` integer,
	`input` text,
	`cursor` text,
	`result` text,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`due_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`lead_id` text,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer,
	`tried_at` integer,
	`status` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`target`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_lead` ON `outbox` (`lead_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`lead_id` text,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`look_at` integer,
	`delivered_at` integer,
	`seq` integer,
	`digest` text,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_key` ON `notices` (`key`);--> statement-breakpoint
CREATE INDEX `notices_look` ON `notices` (`look_at`) WHERE look_at is not null;--> statement-breakpoint
CREATE INDEX `notices_member` ON `notices` (`member_id`,`seq`);--> statement-breakpoint
CREATE INDEX `notices_lead` ON `notices` (`lead_id`);--> statement-breakpoint
CREATE TABLE `feeds` (
	`member_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`origin` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_hash` ON `feeds` (`hash`);--> statement-breakpoint
CREATE TABLE `hooks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`mapping` text NOT NULL,
	`secret` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`hook_id` text NOT NULL,
	`message_id` text NOT NULL,
	`form` integer NOT NULL,
	`body` text,
	`received_at` integer NOT NULL,
	`processed_at` integer,
	`state` text NOT NULL,
	`leads` integer NOT NULL,
	`signals` integer NOT NULL,
	`errors` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_message` ON `inbox` (`hook_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `inbox_state` ON `inbox` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `inbox_received` ON `inbox` (`hook_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`url` text NOT NULL,
	`origin` text NOT NULL,
	`format` text NOT NULL,
	`events` text NOT NULL,
	`secret` text NOT NULL,
	`old_secret` text,
	`overlap_ends_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`paused_at` integer,
	`paused_why` text
);
