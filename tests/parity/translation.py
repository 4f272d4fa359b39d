"""pix2pix and CycleGAN, iteration by iteration, with plain SGD."""


def step(loss, nets, case, losses):
    weights = [w for net in nets for w in net.flat]
    gradients = filled(torch.autograd.grad(loss, weights, allow_unused=True), weights)
    with torch.no_grad():
        for w, g in zip(weights, gradients):
            w -= case["rate"] * g
    losses.append(loss.item())
    return gradients


def translation_case(case):
    nets = {name: Network(record) for name, record in case["nets"].items()}
    draws = [tensor(one) for one in case["draws"]]
    losses, first = [], {}
    play = {"pix2pix": pix2pix_iteration, "cyclegan": cyclegan_iteration}[case["system"]]
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


KINDS["translation"] = translation_case
