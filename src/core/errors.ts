/**
 * Every error a person can meet, in one place: code, HTTP status, exit code, message and hint.
 *
 * The manual's page of errors is generated from this table, so a new failure is added here first.
 * `exit` 1 is a user's mistake in data or definition, 2 is bad usage of a command, 3 is our fault.
 */
export type ErrorEntry = {
  readonly status: number;
  readonly exit: 1 | 2 | 3;
  /** `{name}` is filled from the parameters. */
  readonly message: string;
  readonly hint: string;
  /** What to do next for who sits before a screen, where the hint speaks of commands. */
  readonly screen?: string;
};

const entry = (status: number, exit: 1 | 2 | 3, message: string, hint: string, screen?: string): ErrorEntry =>
  Object.freeze({ status, exit, message, hint, ...(screen === undefined ? {} : { screen }) });

export const errorCatalogue = Object.freeze({
  internal: entry(500, 3, 'Something failed inside Clientele: {detail}', 'Run the command again with --verbose and report what it prints.'),
  usage: entry(400, 2, '{detail}', 'Run the command with --help to see how it is used.'),
  'access.required': entry(401, 1, 'This needs somebody who is signed in.', 'Sign in, or send an API key as `Authorization: Bearer clk_…`.'),
  'access.credentials': entry(401, 1, 'E-mail or password is wrong.', 'Try again; an owner can make a link that sets a new password.'),
  'access.key-invalid': entry(401, 1, 'This API key is unknown, expired or revoked.', 'Make a new key under Settings, API keys.'),
  'access.back-off': entry(429, 1, 'There were too many failed attempts.', 'Try again in {retry_after} seconds.'),
  'access.session-only': entry(403, 1, 'An API key can not do this.', 'Sign in with e-mail and password.'),
  'access.role': entry(403, 1, 'Your role does not allow this.', 'Ask an owner for another role.'),
  'access.scope': entry(403, 1, 'This API key lacks the scope that this needs.', 'Make a key that has it.'),
  'access.personal-data': entry(403, 1, 'This needs the permission to see personal data.', 'Ask an owner for it; a key needs the scope `personal_data` too.'),
  'access.origin': entry(403, 1, 'The request came from another web site.', 'Open Clientele at its own address; scripts use an API key.'),
  'access.set-up': entry(409, 1, 'There is an owner already.', 'Sign in, or ask an owner for an invitation.'),
  'access.password': entry(422, 1, 'This password can not be used: {detail}.', 'Choose 10 characters or more that are hard to guess; a few words do well.'),
  'access.email': entry(422, 1, '"{value}" is not an e-mail address.', 'Write it as name@example.org.'),
  'access.email-taken': entry(409, 1, 'There is already somebody with that e-mail address.', 'Change that person, or make a link that sets a new password.'),
  'access.link': entry(422, 1, 'This link has been used, has expired or was never made.', 'Ask an owner for a new one.'),
  'access.last-owner': entry(409, 1, 'This is the only owner who can sign in.', 'Make somebody else an owner first.'),
  'access.person-unknown': entry(404, 1, 'There is no such person.', 'See Settings, People.'),
  'access.session-unknown': entry(404, 1, 'There is no such session.', 'It may have ended already.'),
  'access.key-unknown': entry(404, 1, 'There is no such API key.', 'See Settings, API keys.'),
  'job.unknown': entry(404, 1, 'There is no job "{id}".', 'Finished jobs are kept for 90 days.'),
  'job.kind': entry(400, 1, 'There is no work of the kind "{kind}".', 'See the API document for the routes that start jobs.'),
  'job.interrupted': entry(500, 1, 'The server stopped while this was at work.', 'Nothing was changed halfway; start it again.'),
  'job.stopping': entry(503, 1, 'The server is stopping.', 'Try again when it is back.'),
  'request.cursor': entry(400, 1, '"{value}" is not a place in this list.', 'Use `next` of the page before, unchanged.'),
  'request.in-flight': entry(409, 1, 'The first request with this Idempotency-Key is still at work.', 'Try again in a moment with the same key.'),
  'request.idempotency-mismatch': entry(
    422,
    1,
    'This Idempotency-Key was used for another request.',
    'Use a new key for every new request; repeat a key only with the same request.',
  ),
  'notice.unknown': entry(404, 1, 'There is no notice "{id}".', 'See `clientele watch list`.', 'It may have been settled already.'),
  'notice.mute-unknown': entry(404, 1, 'There is nothing muted as "{id}".', 'See `clientele watch mutes`.'),
  'lookalike.few': entry(409, 1, '{name} has {members} members: too few to tell who is like them.', 'Take a segment of at least {needed}.'),
  'lookalike.left': entry(
    409,
    1,
    '{name} leaves out {others} customers: too few to look for its like among them.',
    'Take a segment that leaves at least {needed} out.',
  ),
  'lookalike.unknown': entry(404, 1, 'No look-alikes of "{slug}" are kept.', 'See `clientele lookalikes list`.'),
  'uplift.none': entry(409, 1, 'Nothing that is known tells whom it changes: there is nothing to keep.', 'Treat all or nobody, or try it on more people.'),
  'uplift.unknown': entry(404, 1, 'No uplift of "{slug}" is kept.', 'See `clientele uplift list`.'),
  'persona.unknown': entry(404, 1, 'There is no persona "{id}".', 'The personas are: {personas}.', 'See Insights, Personas.'),
  'persona.several': entry(409, 1, 'Several personas are called "{name}".', 'Name one by its id: {ids}.', 'See Insights, Personas.'),
  'persona.picture': entry(422, 1, 'This picture can not be used: {detail}.', 'Take a PNG, JPEG or WebP of at most 512 kB.'),
  'action.unknown': entry(404, 1, 'There is no action "{id}".', 'See `clientele actions list`.', 'See Predict, Actions.'),
  'action.few': entry(
    409,
    1,
    'There is no action to choose among.',
    'Define one with `clientele actions add` and leave it enabled.',
    'Add one under Predict, Actions, and leave it enabled.',
  ),
  'workspace.missing': entry(
    404,
    1,
    'There is no workspace in {folder}.',
    'Run `clientele init --data {folder}` or `clientele import FILE --data {folder}` first.',
  ),
  'workspace.exists': entry(409, 1, 'There is already a workspace in {folder}.', 'Choose another folder with --data, or keep using this one.'),
  'workspace.locked': entry(
    409,
    1,
    'Another Clientele process is using {folder}.',
    'Wait until it has finished, or stop it (a server with Ctrl+C where it runs), then try again.',
  ),
  'workspace.served': entry(
    409,
    1,
    'A server has this workspace open, at {url}, and one process at a time can use {folder}.',
    'Do it there in the browser or over its API, or stop the server (Ctrl+C where it runs), run the command and serve again.',
  ),
  'workspace.newer': entry(409, 1, 'The workspace in {folder} was written by a newer version of Clientele.', 'Upgrade this installation.'),
  'server.address': entry(500, 1, 'The server can not listen on {address}: {detail}', 'Choose another port with --port, or stop what uses this one.'),
  'setting.fixed': entry(
    409,
    1,
    '{name} can not change any more: what has been imported was read with it.',
    'Make another workspace, or undo every import first.',
  ),
  'setting.invalid': entry(400, 2, '{name} can not be "{value}".', '{expected}'),
  'date.invalid': entry(400, 2, '"{value}" is not a date or an instant.', 'Write 2026-01-31, 2026-01-31T09:30:00Z or latest.'),
  'file.missing': entry(404, 1, 'There is no file {file}.', 'Check the path; a folder or a URL must be written out.'),
  'file.unreadable': entry(400, 1, '{file} could not be read: {detail}', '{hint}'),
  'file.rejected-lines': entry(
    400,
    1,
    '{file} holds single lines of orders that were rejected: each of these orders would be replaced by them, and lose its other lines.',
    'Correct these rows in the file they came from and import that again: what has not changed is skipped.',
  ),
  'file.exists': entry(409, 1, '{file} exists already.', 'Choose another name, or give --force to write over it.'),
  'file.unwritable': entry(400, 1, '{file} could not be written: {detail}', 'Choose a folder that exists and that this user may write to.'),
  'file.empty': entry(400, 1, '{file} holds no rows.', 'Export it again with at least a header and one row.'),
  'file.too-large': entry(413, 1, '{file} is larger than {limit}.', '{hint}'),
  'source.unreachable': entry(503, 1, 'The database at {where} did not answer: {detail}', 'Check host, port, user and that it accepts connections from here.'),
  'mapping.unknown': entry(400, 1, '{file}: what its columns mean could not be told with enough confidence.', '{hint}'),
  'mapping.invalid': entry(400, 1, 'The mapping is not usable: {detail}', 'Run the import with --dry-run --save-mapping FILE and edit what it writes.'),
  'mapping.missing-field': entry(
    400,
    1,
    '{file} has no column for {field}, which {kind} need.',
    `Name it with --map "COLUMN={field}", or give every row one value with --map "'VALUE'={field}".`,
  ),
  'date.ambiguous': entry(
    400,
    1,
    '{file}: column "{column}" could be day/month or month/day (for instance "{example}" on line {line}).',
    'Say which with --date-order dmy or --date-order mdy.',
  ),
  'number.ambiguous': entry(
    400,
    1,
    '{file}: column "{column}" could use a decimal comma or a thousand comma (for instance "{example}" on line {line}).',
    'Say which with --decimal comma or --decimal point.',
  ),
  'import.unknown': entry(404, 1, 'There is no import "{id}".', 'See `clientele imports` for what has been imported.', 'See the log of imports.'),
  'import.no-rejects': entry(404, 1, 'Import {id} rejected no row, or its rejects file is gone.', 'See the list of imports.'),
  'source.unknown': entry(404, 1, 'There is no live source "{source}".', 'See Data, Live sources, or `clientele sources`.', 'See Data, Live sources.'),
  'source.exists': entry(409, 1, 'There is already a live source "{source}".', 'Choose another slug with --slug, or use the one there is.'),
  'source.setting': entry(422, 1, '{setting}: {detail}', '{hint}'),
  'live.overloaded': entry(429, 1, 'More is arriving than can be taken in.', 'Send the same again in {retry_after} seconds.'),
  'live.store-unavailable': entry(
    503,
    1,
    'What arrived can not be kept now: {detail}',
    'Nothing was taken; send the same again in {retry_after} seconds. Look whether the disk is full.',
  ),
  'store.full': entry(503, 1, 'There is no room left on the disk: {detail}', 'Make room, then ask the same again; what was acknowledged is safe.'),
  'server.stopping': entry(503, 1, 'The server is stopping.', 'Nothing was taken; send the same again in {retry_after} seconds.'),
  'live.write-key': entry(401, 1, 'This write key belongs to no source.', 'Copy the key from Data, Live sources; a replaced key ends after its overlap.'),
  'live.source-disabled': entry(403, 1, 'This source is switched off.', 'Switch it on under Data, Live sources.'),
  'live.origin': entry(403, 1, 'Pages of {origin} may not send to this source.', 'Add the site under Data, Live sources, or name none to take every site.'),
  'live.signature': entry(401, 1, 'The signature of this delivery is not right: {detail}.', '{hint}'),
  'live.body': entry(400, 1, '{detail}', '{hint}'),
  'upload.unknown': entry(404, 1, 'There is no uploaded file "{id}".', 'Upload it again: files that are not imported are removed after a week.'),
  'mapping.unknown-name': entry(404, 1, 'There is no saved mapping "{name}".', 'See the list of saved mappings.'),
  'example.not-empty': entry(409, 1, 'The example shop needs an empty workspace.', 'Undo the imports there are, or use another folder.'),
  'import.undone': entry(409, 1, 'Import {id} has been undone already.', 'See `clientele imports`.', 'See the log of imports.'),
  'draft.unknown': entry(404, 1, 'There is no draft "{key}".', 'It may have been published or discarded already.'),
  'folder.exists': entry(409, 1, 'There is already a folder "{name}".', 'Choose another name, or move the segments there.'),
  'folder.in-use': entry(409, 1, 'Folder "{name}" is not empty.', 'Move its segments first.'),
  'folder.unknown': entry(404, 1, 'There is no folder "{name}".', '{hint}'),
  'schedule.unknown': entry(404, 1, 'There is no scheduled import "{id}".', 'See Imports, Schedules.'),
  'schedule.address': entry(400, 2, '"{address}" is not an address that can be read.', '{expected}'),
  'schedule.unreachable': entry(503, 1, '{where} could not be read: {detail}', 'Check the address, and that this server may reach it.'),
  'segment.syntax': entry(400, 1, '{detail}', '{hint}'),
  'segment.unknown': entry(404, 1, 'There is no segment "{name}".', '{hint}', '{on_screen}'),
  'segment.exists': entry(
    409,
    1,
    'There is already a segment "{name}".',
    'Choose another name, or change it with `clientele segments edit {slug}`.',
    'Choose another name, or change that one.',
  ),
  'segment.in-use': entry(409, 1, 'Segment "{name}" is used by {users}.', 'Change or delete those first.'),
  'segment.cycle': entry(400, 1, 'Segments would refer to each other in a circle: {loop}.', 'Remove one of the `in segment` conditions in that circle.'),
  'segment.file': entry(400, 1, '{file}: {detail}', 'Compare with what `clientele segments export` writes.'),
  'slot.unknown': entry(404, 1, 'There is no slot "{slug}".', '{hint}'),
  'slot.exists': entry(409, 1, 'There is already a slot "{slug}".', 'Choose another name, or change that one.'),
  'slot.invalid': entry(400, 1, '{detail}', '{hint}'),
  'slot.file': entry(400, 1, '{file}: {detail}', 'Compare with what `clientele slots export` writes.'),
  'slot.version-unknown': entry(
    404,
    1,
    'Slot "{slug}" has no version {version}.',
    'See `clientele slots show {slug}` for its versions.',
    'See the versions on its page.',
  ),
  'slot.unpublished': entry(409, 1, 'Slot "{slug}" has no draft to publish.', 'Change it first.'),
  'webhook.unknown': entry(404, 1, 'There is no such webhook.', 'See Act, Webhooks.'),
  'webhook.delivery-unknown': entry(404, 1, 'There is no such delivery.', 'Delivered ones are kept for 30 days.'),
  'webhook.address': entry(
    400,
    1,
    '"{url}" can not be sent to: {detail}',
    'Give an https address that can be reached from the internet; an owner may allow private addresses.',
  ),
  'customer.unknown': entry(
    404,
    1,
    'There is no customer "{id}".',
    'Give a customer id, e-mail, phone or profile number (#12); `clientele profiles` lists them.',
    'See the list of customers.',
  ),
  'model.silent': entry(404, 1, 'Customer "{id}" has not ordered by then, so nothing is foretold.', 'Ask for somebody with an order, or for a later moment.'),
  'model.unknown': entry(404, 1, 'There is no model "{model}".', 'The models are: {models}.'),
  'model.untrained': entry(
    404,
    1,
    'The model "{model}" has not been trained.',
    'Train it with `clientele predict train`; `clientele predict models` lists what there is.',
    'Let it learn under Predict, Models.',
  ),
  'model.unapproved': entry(
    409,
    1,
    'No version of the model "{model}" may act yet.',
    'Read its card, then run `clientele predict approve {model} {version}`.',
    'Read its card under Predict, then let it act.',
  ),
  'model.no-list': entry(
    400,
    1,
    'The model "{model}" gives nobody a probability to be listed by.',
    'Models that do: {models}. What others say is a trait of each customer: sort `GET /customers` by it, such as `sort=predicted.value_12m`.',
    'Sort or filter Customers by what it says.',
  ),
  'prediction.exists': entry(409, 1, 'There is already a prediction "{name}".', 'Choose another name, or remove that one first.'),
  'prediction.circular': entry(
    400,
    1,
    'A prediction can not speak of what another model foretells.',
    'Name what customers do: an order, an event, a trait that a source brings.',
  ),
  'model.no-better': entry(
    409,
    1,
    '{model} {version} should rather not act. {why}',
    'Run `clientele predict approve {model} {version} --anyway` to let it act all the same.',
    'Let it act all the same on its card, where it says so.',
  ),
  'model.rollback': entry(409, 1, 'No earlier version of "{model}" has acted.', 'Train and approve another one, or stop the model.'),
  'model.no-customer': entry(404, 1, 'The model "{model}" says nothing of customer "{id}".', 'It is asked of some customers only: its card says of whom.'),
  'group.unknown': entry(404, 1, 'There is no group {number}.', 'The groups are listed by `clientele predict groups`.', 'See Predict, Groups.'),
  'group.no-rule': entry(409, 1, 'Group {number} can not be said in a few plain conditions.', 'Make the segment by the model instead.'),
  'group.not-counted': entry(
    400,
    2,
    'Classes are found in what each order, e-mail and visit says, and none of these columns says that.',
    'Group by some of order_pace, average_order_value, discount_habit, category_mix, time_of_day, emails_opened_90d and visits_30d, or by another method.',
  ),
  'group.too-few': entry(
    409,
    1,
    '{customers} customers are too few for groups: at least {needed} are needed.',
    'Group more of them, or come back when more have ordered.',
  ),
  'group.too-many': entry(400, 2, '{groups} groups of {customers} customers would be of fewer than ten each.', 'Ask for {most} at most.'),
  'group.alike': entry(409, 1, 'There is nothing in which these customers differ.', 'Group by other columns, or others of them.'),
  'product.unknown': entry(404, 1, 'There is no product "{key}".{near}', 'Give its id or its name.'),
  'note.unknown': entry(404, 1, 'There is no such note.', 'Somebody may have deleted it already.'),
  'merge.unknown': entry(404, 1, 'There is no merge {id}.', 'See `clientele merge --list`.', 'See Data, Merges.'),
  'merge.invalid': entry(400, 1, '{detail}', 'See `clientele duplicates` for what may be the same customer.', 'See Data, Duplicates.'),
  'request.invalid': entry(400, 2, '{detail}', 'See /api/docs for what this call takes.'),
  'request.unknown': entry(404, 2, 'There is nothing at this address.', 'See /api/docs for the addresses there are.'),
  'request.too-large': entry(
    413,
    2,
    'The request is larger than it may be.',
    'Send less at once (at most 4 MB of tracking calls); files go through /api/v1/uploads, which takes them as they come.',
  ),
  'request.media-type': entry(415, 2, 'The request is of a type that is not read here.', 'Send JSON with content-type application/json.'),
  'request.file-type': entry(415, 2, 'This call takes a file.', 'Send its bytes as the body, with content-type application/octet-stream.'),
  'request.stale': entry(412, 1, 'Somebody has changed this in the meantime.', 'Look at the newer version, then change that.'),
  'backup.invalid': entry(400, 1, '{file} is not a usable backup: {detail}', 'Use a file written by `clientele backup`.'),
} satisfies Record<string, ErrorEntry>);

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorParameters = Readonly<Record<string, string | number>>;

/** A failure from the catalogue. `extra` travels into JSON output beside code, message and hint. */
export class ClienteleError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  /** The hint without commands; the same as `hint` where that names none. */
  readonly screenHint: string;
  readonly status: number;
  readonly exit: 1 | 2 | 3;
  readonly extra: Readonly<Record<string, unknown>>;
  /** What the message was filled with, for whoever says it in other words. */
  readonly parameters: ErrorParameters;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, extra: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    const catalogued = errorCatalogue[code];
    super(fill(catalogued.message, parameters), cause === undefined ? undefined : { cause });
    this.name = 'ClienteleError';
    this.code = code;
    this.hint = fill(catalogued.hint, parameters);
    const screen = screenOf(code);
    this.screenHint = screen === undefined ? this.hint : fill(screen, { on_screen: this.hint, ...parameters });
    this.status = catalogued.status;
    this.exit = catalogued.exit;
    this.extra = extra;
    this.parameters = parameters;
  }
}

/** The shape every error has in `--json` output and in HTTP answers. */
export function errorBody(error: ClienteleError): { readonly error: Readonly<Record<string, unknown>> } {
  return { error: { code: error.code, message: error.message, hint: error.hint, ...error.extra } };
}

function screenOf(code: ErrorCode): string | undefined {
  const catalogued: ErrorEntry = errorCatalogue[code];
  return catalogued.screen;
}

function fill(template: string, parameters: ErrorParameters): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole)).replaceAll(/\b1 seconds\b/g, '1 second');
}
