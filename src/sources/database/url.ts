import { ClienteleError } from '../../core/index.ts';

export type DatabaseUrl = {
  readonly engine: 'postgresql' | 'mysql';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly encrypted: boolean;
  /** For names and messages: without the password. */
  readonly shown: string;
};

/** Takes a URL such as `postgresql://user:password@host:5432/shop` apart. Errors never repeat the password. */
export function readDatabaseUrl(text: string): DatabaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const engine = url === undefined ? undefined : engines[url.protocol];
  if (url === undefined || engine === undefined) {
    throw new ClienteleError('usage', {
      detail: 'A database is named by a URL such as postgresql://user:password@host/shop or mysql://user:password@host/shop.',
    });
  }
  const user = decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.replace(/^\//, ''));
  const port = url.port === '' ? (engine === 'postgresql' ? 5432 : 3306) : Number(url.port);
  const mode = url.searchParams.get('sslmode') ?? url.searchParams.get('ssl-mode') ?? url.searchParams.get('ssl') ?? '';
  return {
    engine,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port,
    user,
    password: decodeURIComponent(url.password),
    database,
    encrypted: /^(require|required|verify.*|true|1)$/i.test(mode),
    shown: `${engine}://${user === '' ? '' : `${encodeURIComponent(user)}@`}${url.hostname}:${port}/${database}`,
  };
}

const engines: Readonly<Record<string, DatabaseUrl['engine']>> = {
  'postgresql:': 'postgresql',
  'postgres:': 'postgresql',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
};

/** A driver's failure as ours; its text is kept, any password in it is not. */
export function databaseError(url: DatabaseUrl, cause: unknown, reached: boolean): ClienteleError {
  if (cause instanceof ClienteleError) return cause;
  const said = describe(cause);
  const detail = url.password === '' ? said : said.replaceAll(url.password, '…');
  if (!reached) return new ClienteleError('source.unreachable', { where: url.shown, detail });
  return new ClienteleError('file.unreadable', { file: url.shown, detail, hint: 'Check the query; try it in the database itself.' });
}

function describe(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(describe).join('; ');
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return cause.message === '' ? code : cause.message;
}
