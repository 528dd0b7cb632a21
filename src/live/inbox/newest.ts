import type { Received } from '../../contract/index.ts';
import type { OpenInbox } from './open-inbox.ts';
import { type MessageRow, receivedOf } from './message-row.ts';

/** So many messages of all sources are looked through for those of one, which takes some milliseconds of the thread that commits. */
const lookedThrough = 20_000;

/** The newest messages of a source among the newest of all, and of those that wait in quarantine, however old; oldest first. */
export const newestOf =
  (inbox: OpenInbox) =>
  async (source: string, limit: number): Promise<readonly Received[]> => {
    const columns = 'm.seq, m.source, m.message_id, m.received_at, m.body';
    const rows = await inbox.all<MessageRow>(
      `select * from (select ${columns} from messages m where m.seq > (select max(seq) from messages) - ? and m.source = ?
       union select ${columns} from quarantine q join messages m on m.seq = q.seq where m.source = ?) order by seq desc limit ?`,
      [lookedThrough, source, source, limit],
    );
    return rows.map(receivedOf).toReversed();
  };
