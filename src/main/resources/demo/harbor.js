(() => {
  "use strict";
  const api = "@API@";
  const current = document.querySelector('nav a[href="' + location.pathname + '"]');
  if (current) {
    current.setAttribute("aria-current", "page");
  }
  const status = document.querySelector("[data-health]");
  if (status) {
    fetch(api + "/api/health")
      .then((answer) => answer.json())
      .then((health) => { status.textContent = health.status === "ok" ? "All systems calm" : "Some rough water"; })
      .catch(() => { status.textContent = "Status unknown"; });
  }
  const asked = (path, options) => fetch("@DATA@" + path, options).then((answer) => answer.json());
  const data = (token) => {
    const headers = { authorization: "Bearer " + token };
    return {
      from: (table) => ({ select: (columns) => asked("/rest/v1/" + table + "?select=" + columns, { headers }) }),
      rpc: (name) => asked("/rest/v1/rpc/" + name, { headers }),
      storage: { from: (bucket) => ({ list: () => asked("/storage/v1/object/list/" + bucket, { headers, method: "POST", body: '{"prefix":""}' }) }) },
    };
  };
  const desk = (client) => ({
    journals: () => client.from("journals").select("id,client_id,title"),
    bookings: () => client.from("bookings").select("id,client_id,day"),
    tips: () => client.from("tips").select("id,minutes"),
    messages: () => client.from("messages").select("id,client_id,text"),
    inquiries: () => client.from("inquiries").select("id,topic"),
    payments: () => client.rpc("payments_by_client"),
    sessions: () => client.rpc("session_count"),
    calendar: () => client.rpc("calendar"),
    contracts: () => client.storage.from("contracts").list(),
    letters: () => client.storage.from("letters").list(),
    pictures: () => client.storage.from("pictures").list(),
    retreats: () => fetch("@DATA@/graphql", { method: "POST", body: JSON.stringify({ query: "{retreats{guest place}}" }) }).then((answer) => answer.json()),
    boards: (live) => live.ref("boards"),
    chats: (live) => live.ref("chats"),
    greetings: (live) => live.ref("greetings"),
    post: (live) => live.ref("letters"),
    hints: (live) => live.ref("hints"),
    drafts: (live) => live.ref("drafts"),
    wishes: (live) => live.ref("wishes"),
  });
  const firebase = (client, token) => ({ ref: (path) => asked("/" + path + "/" + client + ".json?auth=" + token) });
  document.querySelectorAll("[data-desk]").forEach((place) => {
    desk(data(place.dataset.token))[place.dataset.desk](firebase(place.dataset.client, place.dataset.token))
      .then((rows) => { place.textContent = rows.length; })
      .catch(() => { place.textContent = "?"; });
  });
})();
