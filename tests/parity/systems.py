"""Whole systems, iteration by iteration, with plain SGD."""


def step(loss, nets, case, losses):
    weights = [w for net in nets for w in net.flat]
    gradients = filled(torch.autograd.grad(loss, weights, allow_unused=True), weights)
    with torch.no_grad():
        for w, g in zip(weights, gradients):
            w -= case["rate"] * g
    losses.append(loss.item())
    return gradients


def system_case(case):
    nets = {name: Network(record) for name, record in case["nets"].items()}
    draws = [tensor(one) for one in case["draws"]]
    losses, first = [], {}
    play = ITERATIONS[case["system"]]
    for i in range(case["iterations"]):
        for player, loss, moved in play(nets, lambda: draws.pop(0), case["numbers"]):
            gradients = step(loss, [nets[name] for name in moved], case, losses)
            if i == 0:
                first[f"{player} first"] = flat(gradients)
    return {"losses": losses, **first, **{name: flat(net.flat) for name, net in nets.items()}}


def pix2pix_iteration(nets, draw, n):
    G, D = nets["G"], nets["D"]
    grey = lambda y: y.mean(-1, keepdim=True).expand(y.shape)
    y = draw()
    x = grey(y)
    score = lambda y: D(torch.cat([x, y], -1))
    yield "discriminator", sp(-score(y)).mean() + sp(score(G(x).detach())).mean(), ["D"]
    y = draw()
    x = grey(y)
    fake = G(x)
    yield "generator", sp(-score(fake)).mean() + n["l1Weight"] * (y - fake).abs().mean(), ["G"]


def cyclegan_iteration(nets, draw, n):
    G, F_, DX, DY = (nets[name] for name in ("G", "F", "DX", "DY"))
    discriminator, generator = OBJECTIVES["least-squares"]
    l1 = lambda a, b: (a - b).abs().mean()
    x, y = draw(), -draw()
    y_fake, x_fake = G(x), F_(y)
    cycle = l1(F_(y_fake), x) + l1(G(x_fake), y)
    identity = l1(G(y), y) + l1(F_(x), x)
    fooled = generator(DY(y_fake), None, n) + generator(DX(x_fake), None, n)
    yield "generator", fooled + n["cycleWeight"] * cycle + n["identityWeight"] * identity, ["G", "F"]
    x, y = draw(), -draw()
    y_fake, x_fake = G(x).detach(), F_(y).detach()
    loss = discriminator(DX(x), DX(x_fake), n) + discriminator(DY(y), DY(y_fake), n)
    yield "discriminator", loss, ["DX", "DY"]


def r1(score, x, n):
    return PENALTIES["r1"](score, x, None, n, None)


def cgan_iteration(nets, draw, n):
    G, D = nets["G"], nets["D"]
    maps = lambda x, y: torch.cat([x, y[:, None, None].expand(*x.shape[:3], -1)], -1)
    given = lambda z, y: torch.cat([z[:, : n["latentSize"]], y], 1)
    x, y, z = draw(), draw(), draw()
    score = lambda x: D(maps(x, y))
    yield "discriminator", bce(score(x), score(G(given(z, y)).detach())) + r1(score, x, n), ["D"]
    _, y, z = draw(), draw(), draw()
    yield "generator", sp(-D(maps(G(given(z, y)), y))).mean(), ["G"]


def acgan_iteration(nets, draw, n):
    G, D = nets["G"], nets["D"]
    named = lambda outputs, y: F.cross_entropy(outputs[:, 1:], y.argmax(1))
    classes = lambda z: z[:, n["latentSize"] :]
    x, y, z = draw(), draw(), draw()
    real, fake = D(x), D(G(z).detach())
    loss = bce(real[:, :1], fake[:, :1]) + n["classWeight"] * (named(real, y) + named(fake, classes(z)))
    yield "discriminator", loss + r1(lambda x: D(x)[:, :1], x, n), ["D"]
    z = draw()
    fake = D(G(z))
    yield "generator", sp(-fake[:, :1]).mean() + n["classWeight"] * named(fake, classes(z)), ["G"]


def posterior(outputs, draw):
    """Means and logarithms of variances, and a draw."""
    mu, log_variance = outputs.chunk(2, 1)
    return mu, log_variance, mu + (log_variance / 2).exp() * draw()


def bigan_iteration(nets, draw, n):
    E, G, D = nets["E"], nets["G"], nets["D"]

    def pairs():
        x, z = draw(), draw()
        code = posterior(E(x), draw)[2] if n["encoderKind"] == "stochastic" else E(x)[:, : n["latentSize"]]
        return torch.cat([x, code], 1), torch.cat([G(z), z], 1)

    real, made = (one.detach() for one in pairs())
    yield "discriminator", bce(D(real), D(made)) + r1(D, real, n), ["D"]
    real, made = pairs()
    yield "generator", bce(D(made), D(real)), ["E", "G"]


def vae_iteration(nets, draw, n):
    E, G = nets["E"], nets["G"]
    x = draw()
    mu, log_variance, z = posterior(E(x), draw)
    raw = G(z)
    if n["likelihood"] == "bernoulli":
        each = F.binary_cross_entropy_with_logits(2 * raw, (x + 1) / 2, reduction="none")
    else:
        each = -torch.distributions.Normal(raw, n["sigma"]).log_prob(x)
    prior = torch.distributions.Normal(torch.zeros(()), torch.ones(()))
    apart = torch.distributions.kl_divergence(torch.distributions.Normal(mu, (log_variance / 2).exp()), prior)
    yield "autoencoder", (each.sum() + n["beta"] * apart.sum()) / x.shape[0], ["E", "G"]


ITERATIONS = {
    "pix2pix": pix2pix_iteration,
    "cyclegan": cyclegan_iteration,
    "cgan": cgan_iteration,
    "acgan": acgan_iteration,
    "bigan": bigan_iteration,
    "vae": vae_iteration,
}
KINDS["system"] = system_case
