import { FROM_OUTSIDE, givenTo, HEAD, PARTS, type Part, yaml } from './parts.ts';

const NAMESPACE = 'order-ledger';

const labelled = (name: string) => ({
  name,
  namespace: NAMESPACE,
  labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'order-ledger-observability' },
});

/** A volume of files for each: kustomize makes them of the files themselves. */
const volumeName = (file: string): string => file.replaceAll(/[^a-z0-9]+/g, '-');

const objectsOf = (name: string, part: Part): object[] => {
  const given = givenTo(name, part.given, 'kubernetes');
  const selector = { matchLabels: { 'app.kubernetes.io/name': name } };
  const probe = { httpGet: { path: part.ready.path, port: part.ready.port } };
  const mounts = given.map(([from, to]) => ({
    name: volumeName(from),
    mountPath: to,
    // A file alone, or all of a folder.
    ...(/\.\w+$/.test(from) ? { subPath: from.split('/').at(-1) } : {}),
    readOnly: true,
  }));
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: labelled(name),
      spec: {
        selector: selector.matchLabels,
        ports: Object.entries(part.ports).map(([port, number]) => ({ name: port, port: number, targetPort: port })),
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: labelled(name),
      spec: {
        serviceName: name,
        replicas: 1,
        selector,
        template: {
          metadata: { labels: labelled(name).labels },
          spec: {
            serviceAccountName: name === 'prometheus' ? 'prometheus' : 'nobody',
            automountServiceAccountToken: name === 'prometheus',
            securityContext: {
              runAsNonRoot: true,
              runAsUser: part.user,
              fsGroup: part.user,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            containers: [
              {
                name,
                image: part.image,
                ...(part.args === undefined ? {} : { args: part.args }),
                env: [
                  ...Object.entries(part.env ?? {}).map(([key, value]) => ({ name: key, value })),
                  ...(name === 'grafana'
                    ? FROM_OUTSIDE.map((key) => ({
                        name: key,
                        valueFrom: { configMapKeyRef: { name: 'grafana', key } },
                      }))
                    : []),
                ],
                ports: Object.entries(part.ports).map(([port, containerPort]) => ({ name: port, containerPort })),
                readinessProbe: probe,
                livenessProbe: { ...probe, initialDelaySeconds: 60, failureThreshold: 6 },
                resources: { requests: { cpu: '100m', memory: part.memory }, limits: { memory: part.memory } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
                volumeMounts: [
                  ...mounts,
                  { name: 'tmp', mountPath: '/tmp' },
                  ...(name === 'collector'
                    ? [{ name: 'logs', mountPath: '/var/log/order-ledger', readOnly: true }]
                    : []),
                  ...(part.secrets ?? []).map((secret) => ({
                    name: 'secrets',
                    mountPath: `/run/secrets/${secret}`,
                    subPath: secret,
                    readOnly: true,
                  })),
                  ...(part.keeps === undefined ? [] : [{ name: 'data', mountPath: part.keeps.at }]),
                ],
              },
            ],
            volumes: [
              ...given.map(([from]) => ({ name: volumeName(from), configMap: { name: volumeName(from) } })),
              { name: 'tmp', emptyDir: { sizeLimit: '100Mi' } },
              ...(name === 'collector'
                ? [{ name: 'logs', hostPath: { path: '/var/log/order-ledger', type: 'Directory' } }]
                : []),
              ...(part.secrets === undefined ? [] : [{ name: 'secrets', secret: { secretName: name } }]),
            ],
          },
        },
        ...(part.keeps === undefined
          ? {}
          : {
              volumeClaimTemplates: [
                {
                  metadata: { name: 'data' },
                  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: part.keeps.size } } },
                },
              ],
            }),
      },
    },
  ];
};

/** Prometheus finds pods, and may do nothing else. */
const ACCOUNTS: readonly object[] = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: labelled('prometheus') },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: labelled('nobody'), automountServiceAccountToken: false },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: labelled('prometheus'),
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: labelled('prometheus'),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'prometheus' },
    subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: NAMESPACE }],
  },
];

export const kubernetesYaml = (): string =>
  HEAD +
  [...ACCOUNTS, ...Object.entries(PARTS).flatMap(([name, part]) => objectsOf(name, part))].map(yaml).join('---\n');

/** What each part is given, and which files it is made of: a folder's files are those that are there. */
export const kustomizationYaml = (filesIn: (folder: string) => string[]): string => {
  const given = Object.entries(PARTS).flatMap(([name, part]) => givenTo(name, part.given, 'kubernetes'));
  return (
    HEAD +
    yaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: NAMESPACE,
      resources: ['objects.yaml'],
      configMapGenerator: given.map(([from]) => ({
        name: volumeName(from),
        files: (/\.\w+$/.test(from) ? [from] : filesIn(from)).map((file) => `../../${file}`),
      })),
      generatorOptions: { labels: { 'app.kubernetes.io/part-of': 'order-ledger-observability' } },
    })
  );
};
