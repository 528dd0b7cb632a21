import { z } from 'zod';
import { roles, scopes } from './roles.ts';

// What the API answers about people and their ways in. Times are ISO 8601 UTC texts.

export const roleSchema = z.enum(roles).meta({ description: 'viewer looks, editor changes, owner administers' });
export const scopeSchema = z.enum(scopes);

/** `Person` in reports is a customer; someone who works here is a `TeamPerson`. */
export const personSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    personal_data: z.boolean().meta({ description: 'May see names, e-mails, phones, addresses and birth dates; otherwise they are masked' }),
    status: z.enum(['invited', 'active', 'disabled']),
    created_at: z.string(),
    last_seen_at: z.string().nullable(),
  })
  .readonly();
export type TeamPerson = z.infer<typeof personSchema>;

export const sessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean().meta({ description: 'The session that asks' }),
    created_at: z.string(),
    seen_at: z.string(),
    expires_at: z.string().meta({ description: 'When it ends if it is not used until then' }),
    user_agent: z.string(),
  })
  .readonly();
export type Session = z.infer<typeof sessionSchema>;

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: 'The part of the key that may be shown again' }),
    scopes: z.array(scopeSchema).readonly(),
    person: z.string(),
    status: z.enum(['active', 'expired', 'revoked']),
    created_at: z.string(),
    expires_at: z.string().nullable(),
    used_at: z.string().nullable().meta({ description: 'To the minute' }),
    revoked_at: z.string().nullable(),
  })
  .readonly();
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The only answer that ever holds the key itself. */
export const createdApiKeySchema = z.object({ key: z.string(), api_key: apiKeySchema }).readonly();
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

/** A way in for one use: the token goes into a link that is handed over by hand, as there may be no mail server. */
export const personLinkSchema = z.object({ token: z.string(), purpose: z.enum(['invite', 'reset']), person: personSchema, expires_at: z.string() }).readonly();
export type PersonLink = z.infer<typeof personLinkSchema>;

/** What the page behind a link may know before it is used. */
export const linkPreviewSchema = z.object({ purpose: z.enum(['invite', 'reset']), email: z.string(), name: z.string() }).readonly();
export type LinkPreview = z.infer<typeof linkPreviewSchema>;
