// Engine 1.1.0 as it was. Written by keep.mjs; never changed.
// src/body.ts
const { sqrt: sqrt$2 } = Math;
const MM_PER = {
	MM: 1,
	CM: 10,
	INCH: 25.4
};
const extentOf = ({ low, high }) => [
	high[0] - low[0],
	high[1] - low[1],
	high[2] - low[2]
];
const crossOfSides = (p, face, out) => {
	const at = 9 * face;
	const ux = p[at + 3] - p[at];
	const uy = p[at + 4] - p[at + 1];
	const uz = p[at + 5] - p[at + 2];
	const vx = p[at + 6] - p[at];
	const vy = p[at + 7] - p[at + 1];
	const vz = p[at + 8] - p[at + 2];
	out[0] = uy * vz - uz * vy;
	out[1] = uz * vx - ux * vz;
	out[2] = ux * vy - uy * vx;
};
const bodyOf = (mesh, mmPerUnit) => {
	const faces = mesh.triangles;
	const low = [
		1e400,
		1e400,
		1e400
	];
	const high = [
		-1e400,
		-1e400,
		-1e400
	];
	const source = mesh.positions;
	for (let at = 0; at < source.length; at += 3) for (let axis = 0; axis < 3; axis++) {
		const value = source[at + axis];
		if (value < low[axis]) low[axis] = value;
		if (value > high[axis]) high[axis] = value;
	}
	const middle = [
		(low[0] + high[0]) / 2,
		(low[1] + high[1]) / 2,
		(low[2] + high[2]) / 2
	];
	const positions = new Float64Array(source.length);
	for (let at = 0; at < source.length; at += 3) for (let axis = 0; axis < 3; axis++) positions[at + axis] = (source[at + axis] - middle[axis]) * mmPerUnit;
	for (const axis of [
		0,
		1,
		2
	]) {
		low[axis] = (low[axis] - middle[axis]) * mmPerUnit;
		high[axis] = (high[axis] - middle[axis]) * mmPerUnit;
	}
	const normals = new Float64Array(3 * faces);
	const areas = new Float64Array(faces);
	const cross = new Float64Array(3);
	let area = 0;
	for (let face = 0; face < faces; face++) {
		crossOfSides(positions, face, cross);
		const length = sqrt$2(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
		areas[face] = length / 2;
		area += length / 2;
		if (length > 0) for (let axis = 0; axis < 3; axis++) normals[3 * face + axis] = cross[axis] / length;
	}
	return {
		faces,
		positions,
		normals,
		areas,
		area,
		low,
		high
	};
};
const sixfoldVolume = (p, face) => {
	const at = 9 * face;
	const bx = p[at + 3];
	const by = p[at + 4];
	const bz = p[at + 5];
	const cx = p[at + 6];
	const cy = p[at + 7];
	const cz = p[at + 8];
	return p[at] * (by * cz - bz * cy) + p[at + 1] * (bz * cx - bx * cz) + p[at + 2] * (bx * cy - by * cx);
};
const volumeOf = (body) => {
	let sum = 0;
	for (let face = 0; face < body.faces; face++) sum += sixfoldVolume(body.positions, face);
	return sum / 6;
};
const turnFace = ({ positions, normals }, face) => {
	for (let axis = 0; axis < 3; axis++) {
		const second = 9 * face + 3 + axis;
		const third = 9 * face + 6 + axis;
		const kept = positions[second];
		positions[second] = positions[third];
		positions[third] = kept;
		normals[3 * face + axis] = -normals[3 * face + axis] + 0;
	}
};
// src/bvh.ts
const { floor: floor$3, max: max$5, min: min$6 } = Math;
const FAR = 1e400;
const LEAF = 4;
const BINS = 16;
const DEEPEST_BY_AREA = 40;
const STACK = 128;
const buildTree = (body) => {
	const { faces, positions } = body;
	const order = new Uint32Array(faces).map((_, face) => face);
	const centres = new Float64Array(3 * faces);
	for (let face = 0; face < faces; face++) for (let axis = 0; axis < 3; axis++) {
		const at = 9 * face + axis;
		centres[3 * face + axis] = (positions[at] + positions[at + 3] + positions[at + 6]) / 3;
	}
	const bounds = new Float64Array(12 * max$5(1, faces));
	const first = new Uint32Array(2 * max$5(1, faces));
	const count = new Uint32Array(2 * max$5(1, faces));
	let nodes = 1;
	const growBox = (box, at, face) => {
		for (let index = 0; index < 9; index++) {
			const value = positions[9 * face + index];
			const axis = index % 3;
			if (value < box[at + axis]) box[at + axis] = value;
			if (value > box[at + 3 + axis]) box[at + 3 + axis] = value;
		}
	};
	const emptyBox = (box, at) => {
		for (let axis = 0; axis < 3; axis++) {
			box[at + axis] = FAR;
			box[at + 3 + axis] = -1e400;
		}
	};
	const joinBox = (box, at, from, fromAt) => {
		for (let axis = 0; axis < 3; axis++) {
			box[at + axis] = min$6(box[at + axis], from[fromAt + axis]);
			box[at + 3 + axis] = max$5(box[at + 3 + axis], from[fromAt + 3 + axis]);
		}
	};
	const halfArea = (box, at) => {
		const x = box[at + 3] - box[at];
		const y = box[at + 4] - box[at + 1];
		const z = box[at + 5] - box[at + 2];
		return x < 0 ? 0 : x * y + y * z + z * x;
	};
	const binBoxes = new Float64Array(96);
	const binCounts = new Uint32Array(BINS);
	const rightArea = new Float64Array(BINS);
	const running = new Float64Array(6);
	const widestAxis = (start, end) => {
		let widest = {
			axis: 0,
			low: 0,
			high: 0
		};
		for (let axis = 0; axis < 3; axis++) {
			let low = FAR;
			let high = -1e400;
			for (let place = start; place < end; place++) {
				const value = centres[3 * order[place] + axis];
				if (value < low) low = value;
				if (value > high) high = value;
			}
			if (high - low > widest.high - widest.low) widest = {
				axis,
				low,
				high
			};
		}
		return widest;
	};
	const bestSplit = (start, end) => {
		const { axis, low, high } = widestAxis(start, end);
		const scale = BINS / (high - low);
		if (!(high > low) || scale === FAR) return null;
		binCounts.fill(0);
		for (let bin = 0; bin < BINS; bin++) emptyBox(binBoxes, 6 * bin);
		for (let place = start; place < end; place++) {
			const face = order[place];
			const bin = min$6(15, floor$3((centres[3 * face + axis] - low) * scale));
			binCounts[bin] = binCounts[bin] + 1;
			growBox(binBoxes, 6 * bin, face);
		}
		emptyBox(running, 0);
		for (let bin = 15; bin > 0; bin--) {
			joinBox(running, 0, binBoxes, 6 * bin);
			rightArea[bin] = halfArea(running, 0);
		}
		emptyBox(running, 0);
		let best = null;
		let least = FAR;
		let left = 0;
		for (let bin = 1; bin < BINS; bin++) {
			joinBox(running, 0, binBoxes, 6 * (bin - 1));
			left += binCounts[bin - 1];
			const right = end - start - left;
			if (left === 0 || right === 0) continue;
			const cost = left * halfArea(running, 0) + right * rightArea[bin];
			if (cost < least) {
				least = cost;
				best = bin;
			}
		}
		return best === null ? null : {
			axis,
			bin: best,
			low,
			scale
		};
	};
	const partition = (start, end, depth) => {
		const split = depth < DEEPEST_BY_AREA ? bestSplit(start, end) : null;
		if (split === null) return start + end >>> 1;
		const { axis, bin, low, scale } = split;
		let middle = start;
		for (let place = start; place < end; place++) {
			const face = order[place];
			if (min$6(15, floor$3((centres[3 * face + axis] - low) * scale)) >= bin) continue;
			order[place] = order[middle];
			order[middle] = face;
			middle += 1;
		}
		return middle;
	};
	const pending = [[
		0,
		0,
		faces,
		0
	]];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		const [node, start, end, depth] = next;
		emptyBox(bounds, 6 * node);
		for (let place = start; place < end; place++) growBox(bounds, 6 * node, order[place]);
		if (end - start <= LEAF) {
			first[node] = start;
			count[node] = end - start;
			continue;
		}
		const middle = partition(start, end, depth);
		first[node] = nodes;
		pending.push([
			nodes,
			start,
			middle,
			depth + 1
		], [
			nodes + 1,
			middle,
			end,
			depth + 1
		]);
		nodes += 2;
	}
	return {
		order,
		bounds,
		first,
		count
	};
};
const bvhOf = (body) => {
	const { order, bounds, first, count } = buildTree(body);
	const { positions } = body;
	const stack = new Uint32Array(STACK);
	let distance = FAR;
	return {
		distance: () => distance,
		cast(ox, oy, oz, dx, dy, dz, except, nearest) {
			const ix = 1 / (dx || 1e-300);
			const iy = 1 / (dy || 1e-300);
			const iz = 1 / (dz || 1e-300);
			let hit = -1;
			let best = FAR;
			let depth = 1;
			stack[0] = 0;
			const entry = (node) => {
				const at = 6 * node;
				const x0 = (bounds[at] - ox) * ix;
				const x1 = (bounds[at + 3] - ox) * ix;
				const y0 = (bounds[at + 1] - oy) * iy;
				const y1 = (bounds[at + 4] - oy) * iy;
				const z0 = (bounds[at + 2] - oz) * iz;
				const z1 = (bounds[at + 5] - oz) * iz;
				const near = max$5(min$6(x0, x1), min$6(y0, y1), min$6(z0, z1), 0);
				return near <= min$6(max$5(x0, x1), max$5(y0, y1), max$5(z0, z1)) * (1 + 1e-12) + 1e-12 && near <= best ? near : FAR;
			};
			while (depth > 0) {
				depth -= 1;
				const node = stack[depth];
				const faces = count[node];
				if (faces === 0) {
					const left = first[node];
					const toLeft = entry(left);
					const toRight = entry(left + 1);
					const nearer = toLeft <= toRight ? left : left + 1;
					const farther = nearer === left ? left + 1 : left;
					if (max$5(toLeft, toRight) !== FAR) stack[depth++] = farther;
					if (min$6(toLeft, toRight) !== FAR) stack[depth++] = nearer;
					continue;
				}
				for (let place = first[node]; place < first[node] + faces; place++) {
					const face = order[place];
					if (face === except) continue;
					const at = 9 * face;
					const ax = positions[at];
					const ay = positions[at + 1];
					const az = positions[at + 2];
					const ux = positions[at + 3] - ax;
					const uy = positions[at + 4] - ay;
					const uz = positions[at + 5] - az;
					const vx = positions[at + 6] - ax;
					const vy = positions[at + 7] - ay;
					const vz = positions[at + 8] - az;
					const px = dy * vz - dz * vy;
					const py = dz * vx - dx * vz;
					const pz = dx * vy - dy * vx;
					const determinant = ux * px + uy * py + uz * pz;
					if (determinant === 0) continue;
					const tx = ox - ax;
					const ty = oy - ay;
					const tz = oz - az;
					const u = (tx * px + ty * py + tz * pz) / determinant;
					if (u < -1e-9 || u > 1.000000001) continue;
					const qx = ty * uz - tz * uy;
					const qy = tz * ux - tx * uz;
					const qz = tx * uy - ty * ux;
					const v = (dx * qx + dy * qy + dz * qz) / determinant;
					if (v < -1e-9 || u + v > 1.000000001) continue;
					const t = (vx * qx + vy * qy + vz * qz) / determinant;
					if (t >= nearest && t < best) {
						best = t;
						hit = face;
					}
				}
			}
			distance = best;
			return hit;
		}
	};
};
// src/directions.ts
const UPRIGHT = [
	0,
	0,
	1
];
const DIRECTIONS = (() => {
	const steps = [
		-1,
		0,
		1
	];
	const all = steps.flatMap((x) => steps.flatMap((y) => steps.map((z) => [
		x,
		y,
		z
	])));
	const parts = ([x, y, z]) => Math.abs(x) + Math.abs(y) + Math.abs(z);
	const isUpright = ([x, y, z]) => x === 0 && y === 0 && z === 1;
	return all.filter((direction) => parts(direction) > 0).sort((one, other) => Number(isUpright(other)) - Number(isUpright(one)) || parts(one) - parts(other));
})();
const normalised = ([x, y, z]) => {
	const length = Math.sqrt(x * x + y * y + z * z);
	return [
		x / length,
		y / length,
		z / length
	];
};
const cross = (a, b) => [
	a[1] * b[2] - a[2] * b[1],
	a[2] * b[0] - a[0] * b[2],
	a[0] * b[1] - a[1] * b[0]
];
const frameOf = ({ positions }, direction) => {
	const up = normalised(direction);
	const u = normalised(up[0] === 0 && up[2] === 0 ? [
		1,
		0,
		0
	] : cross([
		0,
		1,
		0
	], up));
	const v = cross(up, u);
	const low = [
		1e400,
		1e400,
		1e400
	];
	const high = [
		-1e400,
		-1e400,
		-1e400
	];
	const axes = [
		u,
		v,
		up
	];
	for (let at = 0; at < positions.length; at += 3) for (let axis = 0; axis < 3; axis++) {
		const along = axes[axis];
		const value = positions[at] * along[0] + positions[at + 1] * along[1] + positions[at + 2] * along[2];
		if (value < low[axis]) low[axis] = value;
		if (value > high[axis]) high[axis] = value;
	}
	return {
		direction,
		u,
		v,
		up,
		low,
		high
	};
};
// src/engine-version.ts
const ENGINE_VERSION = "1.1.0";
// src/fault.ts
const MOST_FACES = 1e3;
const faultOf = (code, count, faces) => count === 0 ? null : {
	code,
	count,
	faces: [...new Set(faces)].sort((one, other) => one - other).slice(0, MOST_FACES)
};
// src/topology.ts
const { ceil: ceil$3, floor: floor$2, imul, log2, max: max$4, min: min$5 } = Math;
const NO_EDGE = 0xffffffff;
const tableSize = (entries) => 2 ** ceil$3(log2(max$4(8, 2 * entries)));
const mixed = (hash, word) => {
	const product = imul(hash ^ word, 0x9e3779b1);
	return product ^ product >>> 15;
};
const weld = (positions) => {
	const count = positions.length / 3;
	const size = tableSize(count / 2);
	let mask = size - 1;
	let table = new Uint32Array(size).fill(NO_EDGE);
	const corners = new Uint32Array(count);
	const firstCorner = new Uint32Array(count);
	let vertices = 0;
	const coordinate = new Float64Array(3);
	const words = new Uint32Array(coordinate.buffer);
	const hashOf = (corner) => {
		for (let axis = 0; axis < 3; axis++) coordinate[axis] = positions[3 * corner + axis] + 0;
		let hash = 0x811c9dc5;
		for (let word = 0; word < 6; word++) hash = mixed(hash, words[word]);
		return hash;
	};
	const grow = () => {
		mask = 2 * mask + 1;
		table = new Uint32Array(mask + 1).fill(NO_EDGE);
		for (let vertex = 0; vertex < vertices; vertex++) {
			let place = hashOf(firstCorner[vertex]) & mask;
			while (table[place] !== NO_EDGE) place = place + 1 & mask;
			table[place] = vertex;
		}
	};
	const same = (one, other) => positions[3 * one] === positions[3 * other] && positions[3 * one + 1] === positions[3 * other + 1] && positions[3 * one + 2] === positions[3 * other + 2];
	for (let corner = 0; corner < count; corner++) {
		let place = hashOf(corner) & mask;
		let vertex = table[place];
		while (vertex !== 0xffffffff && !same(firstCorner[vertex], corner)) {
			place = place + 1 & mask;
			vertex = table[place];
		}
		if (vertex === 0xffffffff) {
			vertex = vertices;
			vertices += 1;
			firstCorner[vertex] = corner;
			table[place] = vertex;
			if (2 * vertices > mask) grow();
		}
		corners[corner] = vertex;
	}
	return {
		corners,
		vertices
	};
};
const connect = (corners) => {
	const faces = corners.length / 3;
	const mask = tableSize(corners.length) - 1;
	const table = new Uint32Array(mask + 1).fill(NO_EDGE);
	const low = new Uint32Array(corners.length);
	const high = new Uint32Array(corners.length);
	const forward = new Uint32Array(corners.length);
	const backward = new Uint32Array(corners.length);
	const faceEdges = new Uint32Array(corners.length).fill(NO_EDGE);
	let edges = 0;
	for (let face = 0; face < faces; face++) {
		const a = corners[3 * face];
		const b = corners[3 * face + 1];
		const c = corners[3 * face + 2];
		if (a === b || b === c || c === a) continue;
		for (let side = 0; side < 3; side++) {
			const from = corners[3 * face + side];
			const to = corners[3 * face + (side + 1) % 3];
			const [lower, higher] = from < to ? [from, to] : [to, from];
			let place = mixed(mixed(0x811c9dc5, lower), higher) & mask;
			let edge = table[place];
			while (edge !== 0xffffffff && (low[edge] !== lower || high[edge] !== higher)) {
				place = place + 1 & mask;
				edge = table[place];
			}
			if (edge === 0xffffffff) {
				edge = edges;
				edges += 1;
				low[edge] = lower;
				high[edge] = higher;
				table[place] = edge;
			}
			const uses = from < to ? forward : backward;
			uses[edge] = uses[edge] + 1;
			faceEdges[3 * face + side] = edge;
		}
	}
	return {
		edges,
		forward: forward.subarray(0, edges),
		backward: backward.subarray(0, edges),
		faceEdges
	};
};
const findShells = (faceEdges, edges) => {
	const faces = faceEdges.length / 3;
	const parent = new Uint32Array(faces).map((_, face) => face);
	const rootOf = (face) => {
		let root = face;
		while (parent[root] !== root) {
			parent[root] = parent[parent[root]];
			root = parent[root];
		}
		return root;
	};
	const faceOfEdge = new Uint32Array(edges).fill(NO_EDGE);
	for (let index = 0; index < faceEdges.length; index++) {
		const edge = faceEdges[index];
		if (edge === 0xffffffff) continue;
		const face = floor$2(index / 3);
		if (faceOfEdge[edge] === 0xffffffff) faceOfEdge[edge] = face;
		else {
			const one = rootOf(faceOfEdge[edge]);
			const other = rootOf(face);
			parent[max$4(one, other)] = min$5(one, other);
		}
	}
	const shellOf = new Uint32Array(faces);
	const numberOf = new Uint32Array(faces).fill(NO_EDGE);
	let shells = 0;
	for (let face = 0; face < faces; face++) {
		const root = rootOf(face);
		if (numberOf[root] === 0xffffffff) {
			numberOf[root] = shells;
			shells += 1;
		}
		shellOf[face] = numberOf[root];
	}
	return {
		shellOf,
		shells
	};
};
const topologyOf = (mesh) => {
	const { corners, vertices } = weld(mesh.positions);
	const { edges, forward, backward, faceEdges } = connect(corners);
	return {
		vertices,
		corners,
		edges,
		forward,
		backward,
		faceEdges,
		...findShells(faceEdges, edges)
	};
};
const isClosed = ({ edges, forward, backward }) => {
	for (let edge = 0; edge < edges; edge++) if (forward[edge] !== backward[edge]) return false;
	return true;
};
// src/faults.ts
const edgeFault = (forward, backward) => {
	const uses = forward + backward;
	if (uses === 1) return "OPEN_EDGES";
	if (uses > 2) return "NON_MANIFOLD_EDGES";
	return forward === backward ? null : "FLIPPED";
};
const isDegenerate = (p, face, cross) => {
	crossOfSides(p, face, cross);
	return cross[0] === 0 && cross[1] === 0 && cross[2] === 0;
};
const EDGE_CODES = [
	"OPEN_EDGES",
	"NON_MANIFOLD_EDGES",
	"FLIPPED"
];
const topologicalFaults = (mesh, topology) => {
	const { edges, forward, backward, faceEdges } = topology;
	const counts = new Map();
	for (let edge = 0; edge < edges; edge++) {
		const code = edgeFault(forward[edge], backward[edge]);
		if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	const found = [];
	if (counts.size > 0) {
		const faces = new Map(EDGE_CODES.map((code) => [code, new Set()]));
		for (let index = 0; index < faceEdges.length; index++) {
			const edge = faceEdges[index];
			if (edge === 0xffffffff) continue;
			const code = edgeFault(forward[edge], backward[edge]);
			const listed = code === null ? void 0 : faces.get(code);
			if (listed !== void 0 && listed.size < 1e3) listed.add(Math.floor(index / 3));
		}
		found.push(...EDGE_CODES.map((code) => faultOf(code, counts.get(code) ?? 0, [...faces.get(code)])));
	}
	const cross = new Float64Array(3);
	let degenerate = 0;
	const degenerateFaces = [];
	for (let face = 0; face < mesh.triangles; face++) {
		if (!isDegenerate(mesh.positions, face, cross)) continue;
		degenerate += 1;
		if (degenerateFaces.length < 1e3) degenerateFaces.push(face);
	}
	found.push(faultOf("DEGENERATE", degenerate, degenerateFaces));
	return found.filter((fault) => fault !== null);
};
// src/layers.ts
const { ceil: ceil$2, floor: floor$1, max: max$3, min: min$4, sqrt: sqrt$1 } = Math;
const sliceBody = (body, frame, layer) => {
	const { positions, normals, faces } = body;
	const { u, v, up, low, high } = frame;
	const layers = max$3(1, ceil$2((high[2] - low[2]) / layer - 1e-6));
	const areas = new Float64Array(layers);
	const outlines = new Float64Array(layers);
	const x = new Float64Array(3);
	const y = new Float64Array(3);
	const z = new Float64Array(3);
	for (let face = 0; face < faces; face++) {
		for (let corner = 0; corner < 3; corner++) {
			const at = 9 * face + 3 * corner;
			const px = positions[at];
			const py = positions[at + 1];
			const pz = positions[at + 2];
			x[corner] = px * u[0] + py * u[1] + pz * u[2];
			y[corner] = px * v[0] + py * v[1] + pz * v[2];
			z[corner] = px * up[0] + py * up[1] + pz * up[2] - low[2];
		}
		const bottom = min$4(z[0], z[1], z[2]);
		const top = max$3(z[0], z[1], z[2]);
		const from = max$3(0, floor$1(bottom / layer - .5));
		const to = min$4(layers - 1, ceil$2(top / layer - .5));
		const at = 3 * face;
		const nx = normals[at];
		const ny = normals[at + 1];
		const nz = normals[at + 2];
		const alongX = -(nx * v[0] + ny * v[1] + nz * v[2]);
		const alongY = nx * u[0] + ny * u[1] + nz * u[2];
		for (let index = from; index <= to; index++) {
			const height = (index + .5) * layer;
			if (bottom > height || top <= height) continue;
			let x0 = 0;
			let y0 = 0;
			let x1 = 0;
			let y1 = 0;
			let crossings = 0;
			for (let side = 0; side < 3; side++) {
				const next = (side + 1) % 3;
				const below = z[side] <= height;
				if (below === z[next] <= height) continue;
				const [lower, upper] = below ? [side, next] : [next, side];
				const part = (height - z[lower]) / (z[upper] - z[lower]);
				x0 = x1;
				y0 = y1;
				x1 = x[lower] + part * (x[upper] - x[lower]);
				y1 = y[lower] + part * (y[upper] - y[lower]);
				crossings += 1;
			}
			if (crossings !== 2) continue;
			const dx = x1 - x0;
			const dy = y1 - y0;
			const signed = (x0 * y1 - x1 * y0) / 2;
			areas[index] = areas[index] + (dx * alongX + dy * alongY >= 0 ? signed : -signed);
			outlines[index] = outlines[index] + sqrt$1(dx * dx + dy * dy);
		}
	}
	return {
		areas: areas.map((area) => max$3(0, area)),
		outlines
	};
};
// src/machine-time.ts
const piecesOnPlate = ({ plate_gap, build_volume }, width, depth) => {
	if (plate_gap === null) return 1;
	const along = (room, size) => Math.max(1, Math.floor((room + plate_gap) / (size + plate_gap)));
	const [roomX, roomY] = build_volume;
	return Math.max(along(roomX, width) * along(roomY, depth), width <= roomY && depth <= roomX ? along(roomX, depth) * along(roomY, width) : 1);
};
const machineSeconds = (profile, { areas, outlines }, supportVolume, pieces) => {
	let seconds = areas.length * profile.layer_time / pieces;
	seconds += supportVolume * (profile.support?.time_per_mm3 ?? 0);
	if (profile.tool === null) return seconds;
	const { line, outlines: rounds, outline_speed, fill_speed } = profile.tool;
	for (const [index, area] of areas.entries()) {
		const drawn = Math.min(outlines[index] * rounds, area / line);
		seconds += drawn / outline_speed + Math.max(0, area / line - drawn) / fill_speed;
	}
	return seconds;
};
// src/orient-shells.ts
const shellsOf = (body, topology) => {
	const shells = Array.from({ length: topology.shells }, () => ({
		volume: 0,
		low: [
			1e400,
			1e400,
			1e400
		],
		high: [
			-1e400,
			-1e400,
			-1e400
		]
	}));
	for (let face = 0; face < body.faces; face++) {
		const shell = shells[topology.shellOf[face]];
		shell.volume += sixfoldVolume(body.positions, face) / 6;
		for (let index = 0; index < 9; index++) {
			const value = body.positions[9 * face + index];
			const axis = index % 3;
			if (value < shell.low[axis]) shell.low[axis] = value;
			if (value > shell.high[axis]) shell.high[axis] = value;
		}
	}
	return shells;
};
const encloses = (outer, inner) => outer.low.every((value, axis) => value <= inner.low[axis]) && outer.high.every((value, axis) => value >= inner.high[axis]);
const orientShells = (body, topology) => {
	const shells = shellsOf(body, topology);
	const whole = shells.reduce((sum, { volume }) => sum + volume, 0) < 0;
	if (whole) for (const shell of shells) shell.volume = -shell.volume;
	const outward = shells.filter(({ volume }) => volume > 0);
	const turned = shells.map((shell) => {
		const inverted = shell.volume < 0 && !outward.some((outer) => encloses(outer, shell));
		return whole !== inverted;
	});
	if (!turned.includes(true)) return null;
	const faces = [];
	for (let face = 0; face < body.faces; face++) {
		if (!turned[topology.shellOf[face]]) continue;
		turnFace(body, face);
		faces.push(face);
	}
	return faultOf("INSIDE_OUT", faces.length, faces);
};
// src/sample-points.ts
const { ceil: ceil$1, floor, max: max$2, min: min$3, sqrt } = Math;
const MOST_CUTS = 32;
const samplePoints = (body, wanted) => {
	const { positions, areas, area } = body;
	return {
		cutsOf: (face) => min$3(MOST_CUTS, max$2(1, ceil$1(sqrt(wanted * areas[face] / area)))),
		write(face, cuts, number, out) {
			const row = floor(sqrt(number));
			const inRow = number - row * row;
			const column = inRow >> 1;
			const upright = inRow % 2 === 0;
			const third = (column + (upright ? 1 / 3 : 2 / 3)) / cuts;
			const second = (row + (upright ? 2 / 3 : 1 / 3)) / cuts - third;
			for (let axis = 0; axis < 3; axis++) {
				const at = 9 * face + axis;
				const a = positions[at];
				out[axis] = a + second * (positions[at + 3] - a) + third * (positions[at + 6] - a);
			}
		}
	};
};
// src/overhang.ts
const { min: min$2 } = Math;
const RAYS$1 = 1024;
const TOUCHING = -1e-6;
const measureOverhang = (body, bvh, frame, profile, progress) => {
	const { faces, normals, areas } = body;
	const { up, low } = frame;
	const points = samplePoints(body, RAYS$1);
	const point = new Float64Array(3);
	let area = 0;
	let space = 0;
	if (profile.support === null) return {
		area,
		space
	};
	for (let face = 0; face < faces; face++) {
		if (face % 1024 === 0) progress(face / faces);
		const down = -(normals[3 * face] * up[0] + normals[3 * face + 1] * up[1] + normals[3 * face + 2] * up[2]);
		if (down <= profile.support.cosine + 1e-6) continue;
		const cuts = points.cutsOf(face);
		const share = areas[face] / (cuts * cuts);
		for (let number = 0; number < cuts * cuts; number++) {
			points.write(face, cuts, number, point);
			const x = point[0];
			const y = point[1];
			const z = point[2];
			const toPlate = x * up[0] + y * up[1] + z * up[2] - low[2];
			if (toPlate < profile.layer) continue;
			const height = bvh.cast(x, y, z, -up[0], -up[1], -up[2], face, TOUCHING) < 0 ? toPlate : min$2(toPlate, bvh.distance());
			area += share;
			space += share * down * height;
		}
	}
	return {
		area,
		space
	};
};
const PROCESS_PROFILES = {
	FDM: {
		process: "FDM",
		build_volume: [
			300,
			300,
			400
		],
		layer: .2,
		thinnest_wall: .8,
		tool: {
			line: .45,
			outlines: 2,
			outline_speed: 50,
			fill_speed: 100
		},
		layer_time: 3,
		plate_gap: null,
		support: {
			cosine: Math.SQRT1_2,
			density: .15,
			time_per_mm3: 1 / 7.2
		}
	},
	SLS: {
		process: "SLS",
		build_volume: [
			340,
			340,
			600
		],
		layer: .1,
		thinnest_wall: .7,
		tool: {
			line: .25,
			outlines: 1,
			outline_speed: 1500,
			fill_speed: 5e3
		},
		layer_time: 12,
		plate_gap: 5,
		support: null
	},
	SLA: {
		process: "SLA",
		build_volume: [
			192,
			120,
			245
		],
		layer: .05,
		thinnest_wall: .5,
		tool: null,
		layer_time: 8,
		plate_gap: 3,
		support: {
			cosine: .8660254037844386,
			density: .1,
			time_per_mm3: 0
		}
	}
};
const SUPPORT_WORTH = .5;
// src/progress.ts
const ENDS = {
	AS_IS: {
		READ: 10,
		TOPOLOGY: 25,
		WALLS: 75,
		ORIENTATION: 100
	},
	BEST: {
		READ: 2,
		TOPOLOGY: 5,
		WALLS: 15,
		ORIENTATION: 100
	}
};
const PHASES = [
	"READ",
	"TOPOLOGY",
	"WALLS",
	"ORIENTATION"
];
const progressOf = (orientation, onProgress = () => void 0) => {
	const ends = ENDS[orientation];
	let told = "";
	return (phase, share) => {
		const before = PHASES[PHASES.indexOf(phase) - 1];
		const start = before === void 0 ? 0 : ends[before];
		const percent = Math.floor(start + (ends[phase] - start) * Math.min(1, share));
		const telling = `${phase} ${percent}`;
		if (telling === told) return;
		told = telling;
		onProgress(phase, percent);
	};
};
// src/triangle-sink.ts
const COORDINATE_LIMIT = 1e7;
const isSound = (coordinate) => -1e7 <= coordinate && coordinate <= 1e7;
const coordinateFault = (coordinate, where) => Number.isFinite(coordinate) ? {
	code: "COORDINATES_TOO_LARGE",
	detail: `${where} has the coordinate ${coordinate}; at most ±${COORDINATE_LIMIT} is allowed. Export the model again near the origin.`
} : {
	code: "NAN_COORDINATES",
	detail: `${where} has a coordinate that is no finite number. Repair the model and export it again.`
};
// src/stl-ascii.ts
const LONGEST_TOKEN = 64;
const SHOWN = 20;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NO_NUMBER = /^[+-]?(?:nan|inf|\d+\.?\d*#)/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const REMARK = /^(?:#|;|\/\/|colou?r$)/i;
const BYTE_ORDER_MARK$1 = "ï»¿";
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const PIECE = 65536;
const decoder = new TextDecoder("latin1");
const asciiStlReader = (sink) => {
	let place = "before-solid";
	let token = "";
	let line = 1;
	let lastWasReturn = false;
	let passOver = false;
	let remarksAllowed = false;
	let ending = false;
	let begun = false;
	let triangles = 0;
	let solids = 0;
	let fault = null;
	const corner = new Float64Array(9);
	let corners = 0;
	let wanted = 0;
	const unexpected = (found, expected) => {
		fault = {
			code: "NOT_STL",
			detail: `Line ${line}: expected ${expected}, found "${found.replace(/[^ -~]/g, "?")}". The text is no valid ASCII STL; export the model again.`
		};
	};
	const coordinate = (text) => {
		wanted -= 1;
		if (NUMBER.test(text)) {
			const value = Number(text);
			if (!isSound(value)) fault = coordinateFault(value, `Line ${line}`);
			corner[corners++] = value;
		} else if (NO_NUMBER.test(text)) fault = coordinateFault(NaN, `Line ${line}`);
		else if (DECIMAL_COMMA.test(text)) fault = {
			code: "NOT_STL",
			detail: `Line ${line}: "${text}" is written with a decimal comma, an STL has decimal points. Set the number format of your system or program to the point (English), or export the model as binary STL.`
		};
		else unexpected(text, "a coordinate");
	};
	const isNumeric = (text) => NUMBER.test(text) || NO_NUMBER.test(text) || DECIMAL_COMMA.test(text);
	const solidEnds = () => {
		place = "before-solid";
		passOver = true;
	};
	const solidBegins = () => {
		solids += 1;
		place = "between-facets";
		passOver = true;
	};
	const keyword = (word) => {
		switch (place) {
			case "before-solid":
				if (word === "solid") solidBegins();
				return word === "solid";
			case "between-facets":
				if (word === "facet") {
					place = "normal";
					corners = 0;
				} else if (word === "solid") solidBegins();
				else if (word.startsWith("endsolid")) solidEnds();
				else return false;
				return true;
			case "normal":
				if (word === "outer") place = "loop";
				else return word === "normal" || isNumeric(word);
				return true;
			case "loop":
				if (word !== "loop") return false;
				place = "corners";
				return true;
			case "corners":
				if (word === "vertex" && corners < 9) wanted = 3;
				else if (word === "endloop" && corners === 9) {
					place = "loop-done";
					remarksAllowed = true;
				} else return false;
				return true;
			case "loop-done":
				if (word !== "endfacet") return false;
				place = "between-facets";
				remarksAllowed = true;
				triangles += 1;
				sink(corner[0], corner[1], corner[2], corner[3], corner[4], corner[5], corner[6], corner[7], corner[8]);
				return true;
		}
	};
	const expectedHere = () => {
		switch (place) {
			case "before-solid": return "\"solid\"";
			case "between-facets": return "\"facet\" or \"endsolid\"";
			case "normal": return "\"outer loop\"";
			case "loop": return "\"loop\"";
			case "corners": return corners < 9 ? "\"vertex\"" : "\"endloop\"";
			case "loop-done": return "\"endfacet\"";
		}
	};
	const take = (text) => {
		if (wanted > 0) return coordinate(text);
		const lower = text.toLowerCase();
		if (lower === "end" && !ending) {
			ending = true;
			return;
		}
		const word = ending ? `end${lower}` : lower;
		ending = false;
		const expected = expectedHere();
		if (keyword(word)) return;
		if (REMARK.test(word)) passOver = true;
		else if (!remarksAllowed) unexpected(text, expected);
	};
	const endOfLine = () => {
		passOver = false;
		remarksAllowed = false;
		ending = false;
	};
	const finishToken = () => {
		if (token === "") return;
		const text = token;
		token = "";
		take(text);
	};
	const lineEnd = (piece, at) => {
		let end = at;
		while (end < piece.length && piece.charCodeAt(end) !== NEWLINE && piece.charCodeAt(end) !== RETURN) end += 1;
		return end === piece.length ? -1 : end;
	};
	const whiteSpace = (byte) => {
		if (byte !== NEWLINE && byte !== RETURN) {
			lastWasReturn = false;
			return;
		}
		if (!(byte === NEWLINE && lastWasReturn)) line += 1;
		lastWasReturn = byte === RETURN;
		endOfLine();
	};
	const scan = (piece) => {
		let at = 0;
		while (at < piece.length && fault === null) {
			if (passOver) {
				const end = lineEnd(piece, at);
				if (end < 0) {
					lastWasReturn = false;
					return;
				}
				if (end > at) lastWasReturn = false;
				whiteSpace(piece.charCodeAt(end));
				at = end + 1;
				continue;
			}
			let end = at;
			while (end < piece.length && piece.charCodeAt(end) > SPACE) end += 1;
			if (token.length + end - at > LONGEST_TOKEN) return unexpected(`${(token + piece.slice(at, at + SHOWN)).slice(0, SHOWN)}…`, "a keyword or a number");
			if (end > at) token += piece.slice(at, end);
			if (end === piece.length) return;
			finishToken();
			if (end > at) lastWasReturn = false;
			if (fault === null && !passOver) {
				whiteSpace(piece.charCodeAt(end));
				at = end + 1;
			} else at = end;
		}
	};
	let mark = "";
	const withoutMark = (piece) => {
		if (begun) return piece;
		mark += piece;
		if (mark.length < 3 && BYTE_ORDER_MARK$1.startsWith(mark)) return "";
		begun = true;
		return mark.startsWith(BYTE_ORDER_MARK$1) ? mark.slice(3) : mark;
	};
	return {
		push(chunk) {
			for (let at = 0; at < chunk.length && fault === null; at += PIECE) scan(withoutMark(decoder.decode(chunk.subarray(at, at + PIECE))));
		},
		end() {
			const word = (ending ? "end" : "") + token.toLowerCase();
			const last = place === "before-solid" || place === "between-facets" && word.startsWith("endsolid");
			if (fault === null && last && !passOver) finishToken();
			if (fault === null && !(place === "before-solid" && solids > 0)) fault = {
				code: "TRUNCATED",
				detail: `The text ends in line ${line}, before "endsolid". Upload the whole file again.`
			};
			return {
				triangles,
				fault
			};
		},
		failed: () => fault !== null,
		triangles: () => triangles
	};
};
// src/stl-binary.ts
const { max: max$1, min: min$1 } = Math;
const HEADER = 84;
const RECORD = 50;
const MOST_PADDING = 2;
const ABSURD = 100;
const pieces = (largest) => {
	const piece = new Uint8Array(largest);
	const pieceView = new DataView(piece.buffer);
	let filled = 0;
	return {
		left: () => filled,
		push(chunk, size, take) {
			const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
			let at = 0;
			while (at < chunk.length) {
				const due = size();
				if (filled === 0 && chunk.length - at >= due) {
					take(view, at);
					at += due;
					continue;
				}
				const taken = min$1(due - filled, chunk.length - at);
				piece.set(chunk.subarray(at, at + taken), filled);
				filled += taken;
				at += taken;
				if (filled === due) {
					filled = 0;
					take(pieceView, 0);
				}
			}
		}
	};
};
const records = (sink, before) => {
	let triangles = 0;
	let fault = null;
	return {
		triangles: () => triangles,
		fault: () => fault,
		take(view, at) {
			const n = (index) => view.getFloat32(at + 12 + 4 * index, true);
			triangles += 1;
			for (let index = 0; index < 9 && fault === null; index++) if (!isSound(n(index))) fault = coordinateFault(n(index), `Triangle ${before() + triangles}`);
			sink(n(0), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8));
		}
	};
};
const binaryStlReader = (sinks) => {
	const inParts = pieces(HEADER);
	const inRest = pieces(RECORD);
	const first = records(sinks.first, () => 0);
	const further = records(sinks.further, first.triangles);
	const rest = records(sinks.rest, first.triangles);
	let left = 0;
	let inHeader = true;
	let announced = null;
	let firstPart = Number.POSITIVE_INFINITY;
	let bytes = 0;
	const takeOfParts = (view, at) => {
		if (inHeader) {
			left = view.getUint32(at + 80, true);
			announced ??= left;
			firstPart = min$1(firstPart, HEADER + RECORD * announced);
		} else {
			(first.triangles() < (announced ?? 0) ? first : further).take(view, at);
			left -= 1;
		}
		inHeader = left === 0;
	};
	const inAllParts = () => first.triangles() + further.triangles();
	const bySize = () => first.triangles() + rest.triangles();
	const sizeIsMeant = () => {
		if (announced === null || bySize() === 0) return false;
		return (bytes > firstPart ? inRest.left() : inParts.left()) <= MOST_PADDING && (announced < bySize() || announced > ABSURD * bySize());
	};
	const notWhole = () => {
		if (announced !== null && bytes > firstPart) return {
			code: "TRAILING_BYTES",
			detail: `The header announces ${announced} triangles, ${firstPart} bytes, but ${bytes - firstPart} more bytes follow which are no further STL part. Export the model again.`
		};
		const needed = announced === null ? `a header of ${HEADER} bytes is needed` : `its header announces ${announced} triangles, ${firstPart} bytes`;
		return {
			code: "TRUNCATED",
			detail: `The file ends after ${bytes} bytes, but ${needed}. Upload the whole file again.`
		};
	};
	const listed = (warning) => warning === null ? [] : [warning];
	return {
		push(chunk) {
			const before = bytes;
			inParts.push(chunk, () => inHeader ? HEADER : RECORD, takeOfParts);
			bytes += chunk.length;
			if (bytes > firstPart) inRest.push(chunk.subarray(max$1(0, firstPart - before)), () => RECORD, rest.take);
		},
		end() {
			const padding = inParts.left();
			const plausible = first.fault() === null;
			const bySizeIsMeant = sizeIsMeant();
			if (bytes >= HEADER && inHeader && padding <= MOST_PADDING && (inAllParts() > 0 || !bySizeIsMeant)) return {
				reading: "PARTS",
				triangles: inAllParts(),
				exact: padding === 0,
				fault: first.fault() ?? further.fault(),
				plausible,
				warnings: listed(faultOf("PADDING", padding, []))
			};
			if (!bySizeIsMeant) return {
				reading: null,
				triangles: bySize(),
				exact: false,
				fault: notWhole(),
				plausible,
				warnings: []
			};
			const fault = first.fault() ?? rest.fault();
			return {
				reading: "BY_SIZE",
				triangles: bySize(),
				exact: false,
				fault,
				plausible: fault === null,
				warnings: listed(faultOf("WRONG_COUNT", bySize(), []))
			};
		},
		triangles: () => max$1(inAllParts(), bySize()),
		plausible: () => first.fault() === null
	};
};
// src/foreign-formats.ts
const UNPACK = "Unpack it and upload the STL that is in it.";
const AS_STL = "Open it in the program that wrote it and export the model as STL.";
const FROM_CAD = "Open it in your CAD program and save the part as STL (binary).";
const PICTURE = "A picture holds no body. Upload the model itself as STL.";
const DOCUMENT = "A document holds no body. Upload the model itself as STL.";
const bytesOf = (text) => [...text].map((character) => character.charCodeAt(0));
const FOREIGN_FORMATS = [
	{
		name: "packed with gzip",
		advice: UNPACK,
		opening: [31, 139]
	},
	{
		name: "packed with 7-Zip",
		advice: UNPACK,
		opening: [
			55,
			122,
			188,
			175,
			39,
			28
		]
	},
	{
		name: "packed with RAR",
		advice: UNPACK,
		opening: bytesOf("Rar!\x07")
	},
	{
		name: "packed with bzip2",
		advice: UNPACK,
		opening: /^BZh[1-9]1AY&SY/
	},
	{
		name: "packed with xz",
		advice: UNPACK,
		opening: [
			253,
			55,
			122,
			88,
			90,
			0
		]
	},
	{
		name: "packed with zstd",
		advice: UNPACK,
		opening: [
			40,
			181,
			47,
			253
		]
	},
	{
		name: "3MF",
		advice: AS_STL,
		opening: /^PK\W\W.*(?:3D\/3dmodel\.model|\[Content_Types\]\.xml)/s
	},
	{
		name: "a zip archive, such as 3MF",
		advice: UNPACK,
		opening: bytesOf("PK")
	},
	{
		name: "an OLE document, such as a SolidWorks part (SLDPRT) or a document of Office",
		advice: FROM_CAD,
		opening: [
			208,
			207,
			17,
			224,
			161,
			177,
			26,
			225
		]
	},
	{
		name: "PNG, a picture",
		advice: PICTURE,
		opening: [
			137,
			80,
			78,
			71,
			13,
			10,
			26,
			10
		]
	},
	{
		name: "JPEG, a picture",
		advice: PICTURE,
		opening: [
			255,
			216,
			255
		]
	},
	{
		name: "GIF, a picture",
		advice: PICTURE,
		opening: /^GIF8[79]a/
	},
	{
		name: "WebP, a picture",
		advice: PICTURE,
		opening: /^RIFF.{4}WEBP/s
	},
	{
		name: "PDF, a document",
		advice: DOCUMENT,
		opening: bytesOf("%PDF-")
	},
	{
		name: "FBX",
		advice: AS_STL,
		opening: /^(?:Kaydara FBX Binary|; FBX )/
	},
	{
		name: "a Blender file",
		advice: AS_STL,
		opening: bytesOf("BLENDER")
	},
	{
		name: "a Rhino file (3DM)",
		advice: AS_STL,
		opening: bytesOf("3D Geometry File Format")
	},
	{
		name: "a DWG drawing",
		advice: FROM_CAD,
		opening: /^AC10\d\d\0/
	},
	{
		name: "PLY",
		advice: AS_STL,
		opening: /^ply[\r\n]/
	},
	{
		name: "glTF",
		advice: AS_STL,
		opening: bytesOf("glTF")
	},
	{
		name: "text in UTF-16",
		advice: "Save it as plain text (ASCII or UTF-8), or export the model as binary STL.",
		opening: /^(?:\xff\xfe|\xfe\xff|(?:[\t\n\r -~]\0){8}|(?:\0[\t\n\r -~]){8})/
	},
	{
		name: "STEP",
		advice: FROM_CAD,
		opening: /^\s*ISO-10303-21/
	},
	{
		name: "IGES",
		advice: FROM_CAD,
		opening: /^.{72}S[ 0]*1\s/
	},
	{
		name: "Parasolid",
		advice: FROM_CAD,
		opening: /^\*\*ABCDEFGHIJKLMNOPQRSTUVWXYZ/
	},
	{
		name: "a DXF drawing",
		advice: FROM_CAD,
		opening: /^\s*0\r?\n\s*SECTION/
	},
	{
		name: "HTML, a page of the web",
		advice: "The page was saved in place of the model. Download the model itself and upload that.",
		opening: /^\s*<(?:!doctype\s+html|html|head|body)\b/i
	},
	{
		name: "AMF",
		advice: AS_STL,
		opening: /^\s*(?:<\?xml[^>]*>\s*)?<amf\b/i
	},
	{
		name: "XML",
		advice: AS_STL,
		opening: /^\s*<\?xml\b/
	},
	{
		name: "glTF",
		advice: AS_STL,
		opening: /^\s*\{.*"asset"\s*:/s
	},
	{
		name: "Wavefront OBJ",
		advice: AS_STL,
		opening: /^(?:v|vn|vt|f|g|o|mtllib|usemtl)[ \t]+\S/m,
		onlyText: true
	},
	{
		name: "G-code",
		advice: "Upload the model that it was made from, as STL.",
		opening: /^(?:;|[GM]\d)/,
		onlyText: true
	}
];
const BYTE_ORDER_MARK = "ï»¿";
const foreignFormat = (text, textual) => {
	const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(3) : text;
	const fits = ({ opening, onlyText = false }) => {
		if (onlyText && !textual) return false;
		if (opening instanceof RegExp) return opening.test(plain);
		return opening.every((byte, index) => text.charCodeAt(index) === byte);
	};
	return FOREIGN_FORMATS.find(fits) ?? null;
};
// src/stl-opening.ts
const OPENING = 1024;
const SOLID = /^(?:\u00ef\u00bb\u00bf)?(?:\s|(?:#|;|\/\/)[^\r\n]*[\r\n])*solid(?:\s|$)/i;
const FACET = /\bfacet\b/i;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
const openingOf = (bytes) => {
	const text = String.fromCharCode(...bytes);
	const textual = bytes.length > 0 && !CONTROL.test(text);
	const solid = SOLID.test(text);
	return {
		textual,
		asciiStl: solid && (textual || FACET.test(text)),
		foreign: solid ? null : foreignFormat(text, textual)
	};
};
// src/stl.ts
const { ceil, max, min } = Math;
const FORMATS = {
	PARTS: "STL_BINARY",
	BY_SIZE: "STL_BINARY",
	ASCII: "STL_ASCII"
};
const SINKS_OF = {
	PARTS: ["first", "further"],
	BY_SIZE: ["first", "rest"],
	ASCII: ["ascii"]
};
const NO_STL = {
	code: "NOT_STL",
	detail: "The file is no STL: its bytes are neither triangles nor text. Open it in the program that wrote it and export the model as STL."
};
const refusal = (code, detail) => ({
	ok: false,
	fault: {
		code,
		detail
	}
});
const stlReader = (sinks, limits) => {
	const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
	const maxTriangles = limits.maxTriangles ?? 5e6;
	const binary = binaryStlReader(sinks);
	const ascii = asciiStlReader(sinks.ascii);
	const head = new Uint8Array(OPENING);
	let bytes = 0;
	let early = null;
	const tooManyTriangles = () => ({
		code: "TOO_MANY_TRIANGLES",
		detail: `The model has more than ${maxTriangles} triangles. Simplify the mesh and upload it again.`
	});
	const opening = () => openingOf(head.subarray(0, min(bytes, OPENING)));
	const accepted = (reading, { triangles, fault, warnings = [] }) => {
		if (triangles > maxTriangles) return {
			ok: false,
			fault: tooManyTriangles()
		};
		if (fault !== null) return {
			ok: false,
			fault
		};
		if (triangles > 0) return {
			ok: true,
			reading,
			triangles,
			warnings
		};
		return refusal("NO_TRIANGLES", "The file is a valid STL without a single triangle. Export the model again.");
	};
	return {
		bytes: () => bytes,
		push(chunk) {
			if (early !== null) return false;
			if (bytes < 1024) head.set(chunk.subarray(0, OPENING - bytes), bytes);
			bytes += chunk.length;
			if (bytes > maxBytes) {
				early = {
					code: "TOO_MANY_BYTES",
					detail: `The file has more than ${maxBytes} bytes. Simplify the mesh or export it as binary STL.`
				};
				return false;
			}
			binary.push(chunk);
			if (!ascii.failed()) ascii.push(chunk);
			if (ascii.triangles() > maxTriangles) early = tooManyTriangles();
			if (ascii.failed() && binary.triangles() > maxTriangles) {
				const { textual, foreign } = opening();
				if (!textual && foreign === null) early = binary.plausible() ? tooManyTriangles() : NO_STL;
			}
			return early === null;
		},
		verdict() {
			if (early !== null) return {
				ok: false,
				fault: early
			};
			if (bytes === 0) return refusal("NOT_STL", "The file is empty. Upload an STL file.");
			const asBinary = binary.end();
			if (asBinary.exact && asBinary.reading !== null) return accepted(asBinary.reading, asBinary);
			const asText = ascii.end();
			const { textual, asciiStl, foreign } = opening();
			if (asciiStl || asText.fault === null && asText.triangles > 0) return accepted("ASCII", asText);
			if (foreign !== null) return refusal("UNSUPPORTED_FORMAT", `The file is ${foreign.name}; only STL (binary or ASCII) is priced today. ${foreign.advice}`);
			if (textual) return refusal("NOT_STL", "The file is a text that does not begin with \"solid\". Upload an STL file.");
			if (!asBinary.plausible) return {
				ok: false,
				fault: NO_STL
			};
			return accepted(asBinary.reading ?? "PARTS", asBinary);
		}
	};
};
const collector = (capacity) => {
	let positions = new Float64Array(9 * max(1, capacity));
	let length = 0;
	const sink = (ax, ay, az, bx, by, bz, cx, cy, cz) => {
		if (length + 9 > positions.length) {
			const larger = new Float64Array(2 * positions.length);
			larger.set(positions);
			positions = larger;
		}
		positions[length] = ax;
		positions[length + 1] = ay;
		positions[length + 2] = az;
		positions[length + 3] = bx;
		positions[length + 4] = by;
		positions[length + 5] = bz;
		positions[length + 6] = cx;
		positions[length + 7] = cy;
		positions[length + 8] = cz;
		length += 9;
	};
	return {
		sink,
		positions: () => positions.subarray(0, length)
	};
};
const joined = (all) => {
	const filled = all.filter(({ length }) => length > 0);
	if (filled.length === 1) return filled[0];
	const whole = new Float64Array(filled.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of filled) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
};
const parseStl = (bytes, limits = {}) => {
	const maxTriangles = limits.maxTriangles ?? 5e6;
	const all = {
		first: collector(min(maxTriangles, ceil(bytes.length / 50))),
		further: collector(16),
		rest: collector(16),
		ascii: collector(16)
	};
	const { first, further, rest, ascii } = all;
	const sinks = {
		first: first.sink,
		further: further.sink,
		rest: rest.sink,
		ascii: ascii.sink
	};
	const reader = stlReader(sinks, limits);
	reader.push(bytes);
	const verdict = reader.verdict();
	if (!verdict.ok) return verdict;
	const { reading, triangles, warnings } = verdict;
	const positions = joined(SINKS_OF[reading].map((name) => all[name].positions()));
	return {
		ok: true,
		mesh: {
			format: FORMATS[reading],
			triangles,
			positions,
			warnings
		}
	};
};
// src/walls.ts
const RAYS = 4096;
const LEAST_COSINE = .5;
const measureWalls = (body, bvh, thinnest, progress) => {
	const { normals, areas, faces } = body;
	const points = samplePoints(body, RAYS);
	const point = new Float64Array(3);
	let thinArea = 0;
	const thinFaces = [];
	for (let face = 0; face < faces; face++) {
		if (face % 256 === 0) progress(face / faces);
		if (areas[face] === 0) continue;
		const nx = normals[3 * face];
		const ny = normals[3 * face + 1];
		const nz = normals[3 * face + 2];
		const cuts = points.cutsOf(face);
		const rays = cuts * cuts;
		let thin = 0;
		for (let ray = 0; ray < rays; ray++) {
			points.write(face, cuts, ray, point);
			const hit = bvh.cast(point[0], point[1], point[2], -nx, -ny, -nz, face, 1e-9);
			if (hit < 0 || bvh.distance() >= thinnest) continue;
			if (-(normals[3 * hit] * nx + normals[3 * hit + 1] * ny + normals[3 * hit + 2] * nz) > LEAST_COSINE) thin += 1;
		}
		if (thin === 0) continue;
		thinArea += areas[face] * thin / rays;
		thinFaces.push(face);
	}
	return {
		thinArea,
		thinFaces
	};
};
// src/measure.ts
const refused$1 = (reason, detail, faults) => ({
	ok: false,
	reason,
	detail,
	faults
});
const threeDecimals = (value) => Math.round(value * 1e3) / 1e3;
const micrometres = ([x, y, z]) => [
	Math.round(x * 1e3),
	Math.round(y * 1e3),
	Math.round(z * 1e3)
];
const inMm = (size) => `${size.map((length) => Math.round(length * 10) / 10).join(" × ")} mm`;
const WORDS = {
	OPEN_EDGES: "open edges (holes)",
	NON_MANIFOLD_EDGES: "edges of more than two faces",
	FLIPPED: "edges between faces that look to opposite sides"
};
const fits = ({ build_volume }, frame) => {
	const [width, depth, height] = extentOf(frame);
	const [roomX, roomY, roomZ] = build_volume;
	const within = (size, room) => size <= room + 1e-6;
	return (within(width, roomX) && within(depth, roomY) || within(width, roomY) && within(depth, roomX)) && within(height, roomZ);
};
const placed = (body, bvh, frame, profile, progress) => {
	const overhang = measureOverhang(body, bvh, frame, profile, progress);
	const supportVolume = overhang.space * (profile.support?.density ?? 0);
	const layers = sliceBody(body, frame, profile.layer);
	const [width, depth] = extentOf(frame);
	const seconds = machineSeconds(profile, layers, supportVolume, piecesOnPlate(profile, width, depth));
	return {
		frame,
		layers: layers.areas.length,
		overhang,
		supportVolume,
		seconds
	};
};
const cost = ({ seconds, supportVolume }) => Math.round((seconds + supportVolume * SUPPORT_WORTH) * 1e3);
const measureModel = (bytes, options) => {
	const { unit, orientation, process } = options;
	const profile = PROCESS_PROFILES[process];
	const progress = progressOf(orientation, options.onProgress);
	progress("READ", 0);
	const parsed = parseStl(bytes);
	if (!parsed.ok) return refused$1("UNSUPPORTED_FORMAT", parsed.fault.detail, [{
		code: parsed.fault.code,
		count: 1,
		faces: []
	}]);
	const { mesh } = parsed;
	progress("TOPOLOGY", 0);
	const topology = topologyOf(mesh);
	const geometry = topologicalFaults(mesh, topology);
	const warnings = [...mesh.warnings, ...geometry];
	if (!isClosed(topology)) {
		const faults = geometry.filter(({ code }) => code !== "DEGENERATE");
		const found = faults.map(({ code, count }) => `${count} ${WORDS[code] ?? code}`).join(", ");
		return refused$1("NOT_WATERTIGHT", `The surface is not closed: ${found}. Repair the mesh and upload it again.`, faults);
	}
	const body = bodyOf(mesh, MM_PER[unit]);
	const turned = orientShells(body, topology);
	if (turned !== null) warnings.push(turned);
	const volume = threeDecimals(volumeOf(body));
	if (volume <= 0) {
		const empty = faultOf("NO_VOLUME", body.faces, []);
		return refused$1("NOT_WATERTIGHT", "The surface encloses no volume. Check the unit and the mesh.", empty ? [empty] : []);
	}
	const frames = (orientation === "BEST" ? DIRECTIONS : [UPRIGHT]).map((direction) => frameOf(body, direction)).filter((frame) => fits(profile, frame));
	if (frames.length === 0) {
		const detail = `The model measures ${inMm(extentOf(body))} in ${unit}; ${process} builds at most ${inMm(profile.build_volume)}. Make it smaller, split it, or check the unit.`;
		return refused$1("TOO_LARGE", detail, [{
			code: "EXCEEDS_BUILD_VOLUME",
			count: 1,
			faces: []
		}]);
	}
	progress("WALLS", 0);
	const bvh = bvhOf(body);
	const walls = measureWalls(body, bvh, profile.thinnest_wall, (share) => progress("WALLS", share));
	const thinPpm = Math.round(walls.thinArea / body.area * 1e6);
	const thin = faultOf("THIN_WALL", walls.thinFaces.length, walls.thinFaces);
	if (thin !== null && thinPpm > 5e4) {
		const detail = `Behind ${Math.round(thinPpm / 1e4)} % of the surface the wall is thinner than ${profile.thinnest_wall} mm, the least that ${process} can make. Make the walls thicker or choose another process.`;
		return refused$1("WALL_TOO_THIN", detail, [thin]);
	}
	if (thin !== null) warnings.push(thin);
	let best = null;
	for (const [index, frame] of frames.entries()) {
		const done = (share) => progress("ORIENTATION", (index + share) / frames.length);
		done(0);
		const placement = placed(body, bvh, frame, profile, done);
		if (best === null || cost(placement) < cost(best)) best = placement;
	}
	progress("ORIENTATION", 1);
	if (best === null) throw new Error("no direction was measured, though one fits");
	return {
		ok: true,
		measure: {
			engine_version: ENGINE_VERSION,
			process,
			unit,
			orientation,
			measures: {
				volume,
				area: threeDecimals(body.area),
				bounding_box: micrometres(extentOf(body))
			},
			triangles: mesh.triangles,
			shells: topology.shells,
			up: best.frame.direction,
			build_box: micrometres(extentOf(best.frame)),
			layers: best.layers,
			overhang_area: threeDecimals(best.overhang.area),
			support_volume: threeDecimals(best.supportVolume),
			machine_seconds: Math.max(1, Math.ceil(best.seconds)),
			thin_wall_ppm: thinPpm,
			warnings
		}
	};
};
// src/price.ts
const MILLION = 1000000n;
const MOST_PIECES = 1e6;
const rounded = (numerator, denominator) => numerator < 0n ? -rounded(-numerator, denominator) : (2n * numerator + denominator) / (2n * denominator);
const thousandths = (value) => BigInt(Math.round(value * 1e3));
const refused = (detail) => ({
	ok: false,
	reason: "MATERIAL_UNAVAILABLE",
	detail
});
const check = (measure, request, tariff) => {
	const { quantity, process, currency } = request;
	if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES) throw new RangeError(`quantity must be an integer from 1 to ${MOST_PIECES}, not ${quantity}`);
	if (process !== measure.process) throw new RangeError(`the model was measured for ${measure.process}, not for ${process}: measure it again`);
	if (currency !== void 0 && currency !== tariff.currency) throw new RangeError(`tariff ${tariff.tariff_version} is in ${tariff.currency}, not in ${currency}`);
};
const priceOf = (measure, request, tariff) => {
	check(measure, request, tariff);
	const { material, process, finishing } = request;
	const materialRate = tariff.materials.find((entry) => entry.material === material && entry.process === process);
	const processRate = tariff.processes.find((entry) => entry.process === process);
	if (materialRate === void 0 || processRate === void 0) {
		const offered = tariff.materials.map((entry) => `${entry.material} by ${entry.process}`).join(", ");
		return refused(`${material} by ${process} is not available. Available: ${offered}.`);
	}
	const finishingRate = tariff.finishings.find((entry) => entry.finishing === finishing);
	if (finishing !== void 0 && (finishingRate === void 0 || !materialRate.finishings.includes(finishing))) {
		const offered = materialRate.finishings.join(", ") || "none";
		return refused(`${material} by ${process} cannot be finished as ${finishing}. Available: ${offered}.`);
	}
	const pieces = BigInt(request.quantity);
	const breakdown = [];
	let total = 0n;
	const add = (line, amount) => {
		total += amount;
		if (amount !== 0n) breakdown.push({
			line,
			amount: {
				amount: Number(amount),
				currency: tariff.currency
			}
		});
		return amount;
	};
	const ppm = (base, share) => rounded(base * BigInt(share), MILLION);
	add("SETUP", BigInt(processRate.setup));
	const weight = pieces * (thousandths(measure.measures.volume) + thousandths(measure.support_volume)) * BigInt(materialRate.density_mg_per_cm3);
	let made = add("MATERIAL", rounded(weight * BigInt(materialRate.price_per_kg), 1000000000000n));
	const seconds = pieces * BigInt(measure.machine_seconds);
	made += add("MACHINE", rounded(seconds * BigInt(processRate.machine_hour), 3600n));
	if (finishingRate !== void 0) {
		const worked = rounded(pieces * thousandths(measure.measures.area) * BigInt(finishingRate.per_cm2), 100000n);
		made += add("FINISHING", pieces * BigInt(finishingRate.per_piece) + worked);
	}
	made += add("INSPECTION", pieces * BigInt(processRate.inspection));
	add("RISK", ppm(made, processRate.risk_ppm));
	if (total < BigInt(tariff.minimum)) add("MINIMUM", BigInt(tariff.minimum) - total);
	const quantityBreak = tariff.quantity_breaks.findLast(({ from }) => request.quantity >= from);
	if (quantityBreak !== void 0) add("QUANTITY_BREAK", -ppm(total, quantityBreak.discount_ppm));
	add("PRIORITY", ppm(total, tariff.priorities[request.priority].surcharge_ppm));
	add("TAX", ppm(total, tariff.tax_ppm));
	const amount = Number(total);
	if (!Number.isSafeInteger(amount)) throw new RangeError(`the price ${total} ${tariff.currency} is more than a number holds exactly`);
	return {
		ok: true,
		price: {
			amount,
			currency: tariff.currency
		},
		breakdown,
		tariff_version: tariff.tariff_version,
		engine_version: ENGINE_VERSION,
		machine_seconds: Number(seconds)
	};
};
export { ENGINE_VERSION, measureModel, priceOf };
