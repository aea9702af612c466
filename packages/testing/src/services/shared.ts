export { isOfRun, testService } from '@order-ledger/local/test-services';
