import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { engineMemory, openApp, realEffects } from '../../app/index.ts';
import { ClienteleError } from '../../core/index.ts';
import { packageVersion } from '../package-version.ts';
import { common, type CommonOptions, print } from '../common.ts';
import { keepAnswersYoung } from '../keep-answers-young.ts';
import { renderMended } from '../render/mended.ts';

type ServeOptions = CommonOptions & {
  readonly host: string;
  readonly port: number;
  readonly trustProxy?: boolean;
  readonly memory?: string;
  readonly log: 'info' | 'warn' | 'error' | 'silent';
};

export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description('Serve the web application and the HTTP API of a workspace until stopped. Makes the workspace where there is none.')
    .option('--host <address>', 'address to listen on; 0.0.0.0 for every one (put a proxy with TLS in front)', '127.0.0.1')
    .option('--port <number>', 'port to listen on', portOf, 4747)
    .option('--trust-proxy', 'believe the X-Forwarded headers of a proxy in front')
    .option('--memory <size>', 'what the engine may hold in memory, such as 4GiB; without it half of what the machine or container has', memoryOf)
    .addOption(new Option('--log <level>', 'what goes into the log on standard output').choices(['info', 'warn', 'error', 'silent']).default('warn'));
  common(command, 'clientele serve\n  clientele serve --data /srv/shop --port 8080').action(async (options: ServeOptions) => {
    if (options.asOf !== undefined) {
      throw new ClienteleError('usage', {
        detail: 'What is served is looked at as of now. Choose another moment on screen, or with as_of in a call of the API.',
      });
    }
    keepAnswersYoung();
    const { keepServing } = await import('../../api/index.ts');
    const web = fileURLToPath(new URL('../../../dist/web', import.meta.url));
    await keepServing({
      open: () =>
        openApp(
          options.data,
          realEffects(() => undefined),
          { create: {}, memory: options.memory ?? engineMemory() },
        ),
      options: {
        host: options.host,
        port: options.port,
        version: packageVersion(),
        webFolder: existsSync(web) ? web : undefined,
        manualFolder: fileURLToPath(new URL('../../../docs', import.meta.url)),
        trustProxy: options.trustProxy === true,
        logLevel: options.log,
      },
      until: stopAsked().then(() =>
        print('Stopping: what has begun is finished first. Ctrl+C once more ends it at once; nothing that was acknowledged is lost by that.'),
      ),
      serving: ({ url }, { folder, mended }) => {
        const told = renderMended({ mended });
        if (told !== undefined) process.stderr.write(`${told}\n`);
        // For commands that find the workspace in use; a folder that can not be written to has other troubles.
        void writeFile(folder.address, url).catch(() => undefined);
        print(
          options.json === true ? JSON.stringify({ url, folder: folder.root }) : `Clientele is at ${url} (workspace in ${folder.root}). Stop it with Ctrl+C.`,
        );
      },
    });
  });
}

/** Resolves at the first Ctrl+C or TERM; a second one ends the process at once, as the system does by itself. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

function memoryOf(text: string): string {
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?([MGT]i?B)$/i.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined && Number(amount) > 0) return `${amount}${unit}`;
  throw new InvalidArgumentError('A size is a number with its unit, such as 512MiB or 4GiB.');
}
