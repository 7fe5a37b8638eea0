// The service's doors, as this page uses them.

/** An error that the service described; its message is for the reader. */
export class Problem extends Error {
  constructor(body, status) {
    super(body.detail ?? "The service did not answer as expected. Try again.");
    this.status = status;
  }
}

async function answered(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem({ detail: "The service cannot be reached. Is it still running?" }, 0);
  }
  if (!response.ok) throw new Problem(await response.json().catch(() => ({})), response.status);
  return response;
}

async function call(path, options) {
  const response = await answered(path, options);
  return response.json().catch(() => ({}));
}

/** The frameworks there are, and the default one. */
export const frameworks = () => call("/api/v1/frameworks");

/** Ask one question; `framework` and `conversation` may be null. */
export const ask = (question, framework, conversation) =>
  call("/api/v1/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, framework, conversation_id: conversation }),
  });

/** Have the service forget a conversation; what it has forgotten already is forgotten. */
export const forget = (conversation) =>
  fetch(`/api/v1/conversations/${encodeURIComponent(conversation)}`, { method: "DELETE" })
    .catch(() => null);

/** One framework with the events of its register. */
export const framework = (id) => call(`/api/v1/frameworks/${encodeURIComponent(id)}`);

const posted = (asked, accept) => ({
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: accept },
  body: JSON.stringify(asked),
});

/** What follows an event; `asked` is the body of the contract. */
export const schedule = (asked) => call("/api/v1/schedule", posted(asked, "application/json"));

/** Prompts or questions: the path is that of the contract, `asked` its body. */
export const material = (path, asked) => call(`/api/v1/${path}`, posted(asked, "application/json"));

/** The same as a file of another type. */
export async function materialFile(path, asked, type) {
  return (await answered(`/api/v1/${path}`, posted(asked, type))).blob();
}

/** The same as a file of another type. */
export async function scheduleFile(asked, type) {
  return (await answered("/api/v1/schedule", posted(asked, type))).blob();
}
