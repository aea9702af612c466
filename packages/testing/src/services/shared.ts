export { testService } from '@order-ledger/local/test-services';
