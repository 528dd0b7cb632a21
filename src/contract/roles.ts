/** What people may do, from least to most: look, change, and administer. */
export const roles = ['viewer', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

/** What an API key may do. None includes another; a key never may more than the person it belongs to. */
export const scopes = ['read', 'write', 'import', 'export', 'personal_data', 'decide', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export const jobStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof jobStatuses)[number];
