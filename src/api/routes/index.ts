import type { Route } from '../route.ts';
import { actionRoutes } from './actions.ts';
import { backupRoutes } from './backups.ts';
import { callRoutes } from './calls.ts';
import { compareRoutes } from './compare.ts';
import { customerPageRoutes } from './customer-page.ts';
import { customerRoutes } from './customers.ts';
import { dataRoutes } from './data.ts';
import { decideRoutes } from './decide.ts';
import { draftRoutes } from './drafts.ts';
import { goalRoutes } from './goal.ts';
import { groupRoutes } from './groups.ts';
import { importRoutes } from './imports.ts';
import { insightRoutes } from './insight.ts';
import { jobRoutes } from './jobs.ts';
import { liveSourceRoutes } from './live-sources.ts';
import { noteRoutes } from './notes.ts';
import { noticeRoutes } from './notices.ts';
import { peopleRoutes } from './people.ts';
import { predictionRoutes } from './predictions.ts';
import { recommendationRoutes } from './recommendations.ts';
import { personaRoutes } from './personas.ts';
import { reportRoutes } from './reports.ts';
import { scheduleRoutes } from './schedules.ts';
import { segmentEditingRoutes } from './segment-editing.ts';
import { segmentFileRoutes } from './segment-files.ts';
import { segmentPageRoutes } from './segment-page.ts';
import { segmentRoutes } from './segments.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { slotRoutes } from './slots.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { viewRoutes } from './views.ts';
import { webhookRoutes } from './webhooks.ts';
import { workspaceRoutes } from './workspace.ts';

/** Every route there is: what the server serves, the document describes and the authorisation test walks through. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...workspaceRoutes,
  ...goalRoutes,
  ...importRoutes,
  ...scheduleRoutes,
  ...customerRoutes,
  ...customerPageRoutes,
  ...callRoutes,
  ...noteRoutes,
  ...noticeRoutes,
  ...personaRoutes,
  ...actionRoutes,
  ...compareRoutes,
  ...viewRoutes,
  ...segmentRoutes,
  ...segmentPageRoutes,
  ...insightRoutes,
  ...subscriptionRoutes,
  ...reportRoutes,
  ...predictionRoutes,
  ...groupRoutes,
  ...recommendationRoutes,
  ...segmentEditingRoutes,
  ...segmentFileRoutes,
  ...draftRoutes,
  ...dataRoutes,
  ...slotRoutes,
  ...decideRoutes,
  ...webhookRoutes,
  ...settingsRoutes,
  ...backupRoutes,
  ...liveSourceRoutes,
  ...jobRoutes,
  ...peopleRoutes,
];
