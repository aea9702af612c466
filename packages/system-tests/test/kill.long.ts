import { KILLED, killing } from './support/kill-campaign.ts';

killing(KILLED, 48);
