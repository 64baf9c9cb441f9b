import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut and comes back. */
export interface BrokenLink {
  /** `bolt://127.0.0.1:PORT`. */
  readonly uri: string;
  /** Breaks all connections and takes no new ones until that has come; answers how many it broke. */
  cut(until: Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function breakableLink(uri: string): Promise<BrokenLink> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    const end = () => {
      sockets.delete(socket);
      other.destroy();
    };
    socket.on("close", end).on("error", end);
  };
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(port || 7687), hostname);
    keep(near, far);
    keep(far, near);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: async (until) => {
      const broken = sockets.size / 2;
      isCut = true;
      breakAll();
      await until;
      isCut = false;
      return broken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        breakAll();
      }),
  };
}
