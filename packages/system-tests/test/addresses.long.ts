import { PROCESSES } from '@order-ledger/local/processes';
import { tellOfAddresses } from './support/address-lines.ts';

tellOfAddresses(PROCESSES.map(({ name }) => name));
