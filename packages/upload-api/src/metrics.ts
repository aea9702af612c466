import { defineMetrics } from '@order-ledger/platform/metrics';

export const uploadMetrics = defineMetrics({
  uploads: {
    type: 'counter',
    name: 'uploads_total',
    help: 'Uploads by what became of them',
    labels: ['outcome'],
  },
  received: { type: 'counter', name: 'upload_received_bytes_total', help: 'Bytes of whole uploads' },
  validation: {
    type: 'histogram',
    name: 'upload_validation_seconds',
    help: 'From the last byte of an upload to its verdict, waiting included',
    labels: ['outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
  },
  inspecting: { type: 'gauge', name: 'upload_inspections_running', help: 'Files that are looked at now' },
  preview: {
    type: 'histogram',
    name: 'upload_preview_seconds',
    help: 'Making the small mesh by which people see a model',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
  previews: {
    type: 'counter',
    name: 'upload_previews_total',
    help: 'Models by whether a preview of them could be made',
    labels: ['outcome'],
  },
  free: { type: 'gauge', name: 'upload_disk_free_bytes', help: 'Space that is left for uploads' },
  mismatches: {
    type: 'counter',
    name: 'upload_model_mismatches_total',
    help: 'Sealed files whose content was not the one that their name says',
  },
});
