"""The laboratory's losses, penalties, layers and runs in PyTorch's double precision, written from the papers.

`answer.py` runs it, after the files that add kinds of cases.
"""
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
LN2 = torch.tensor(2.0).log()


def sp(x):
    return F.softplus(x, threshold=60)


def tensor(record):
    return torch.tensor(record["data"], dtype=torch.float64).reshape(record["shape"])


# Layers, [n, features] and [n, height, width, channels]


def same(x, kernel, stride):
    """TensorFlow's padding `same` for [n, channels, height, width]."""
    pads = []
    for size in (x.shape[3], x.shape[2]):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(x, pads)


def channels_first(x):
    return x.permute(0, 3, 1, 2)


def channels_last(x):
    return x.permute(0, 2, 3, 1)


def per_sample(x, axes, weights):
    centred = x - x.mean(axes, keepdim=True)
    return centred / (centred.pow(2).mean(axes, keepdim=True) + 1e-5).sqrt() * weights[0] + weights[1]


def conv_transpose(x, spec, weights):
    kernel, stride = spec["kernel"], spec["stride"]
    y = F.conv_transpose2d(channels_first(x), weights[0].permute(3, 2, 0, 1).contiguous(), stride=stride)
    height, width = x.shape[1] * stride, x.shape[2] * stride
    before = max(kernel - stride, 0) // 2
    return channels_last(y[:, :, before : before + height, before : before + width]) + weights[1]


def stddev(x, group):
    n = x.shape[0]
    size = min(group, n)
    while n % size:
        size -= 1
    dealt = x.reshape(size, n // size, -1)
    spread = ((dealt - dealt.mean(0, keepdim=True)).pow(2).mean(0) + 1e-8).sqrt().mean(1)
    shape = list(x.shape[:-1]) + [1]
    wide = spread.repeat(size).reshape([n] + [1] * (x.dim() - 1)).expand(shape)
    return torch.cat([x, wide], -1)


ACTIVATIONS = {
    "relu": torch.relu,
    "leakyRelu": lambda x: F.leaky_relu(x, 0.2),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": sp,
    "linear": lambda x: x,
}


def layer(x, spec, weights):
    kind = spec["type"]
    if kind == "dense":
        return x @ weights[0] + weights[1]
    if kind == "maxout":
        return (x @ weights[0] + weights[1]).reshape(x.shape[0], spec["units"], spec["pieces"]).max(2).values
    if kind == "conv":
        padded = same(channels_first(x), spec["kernel"], spec["stride"])
        return channels_last(F.conv2d(padded, weights[0].permute(3, 2, 0, 1).contiguous(), stride=spec["stride"])) + weights[1]
    if kind == "convTranspose":
        return conv_transpose(x, spec, weights)
    if kind == "batchNorm":
        axes = tuple(range(x.dim() - 1))
        return per_sample(x, axes, weights)
    if kind == "layerNorm":
        return per_sample(x, tuple(range(1, x.dim())), weights)
    if kind == "instanceNorm":
        return per_sample(x, (1, 2), weights)
    if kind == "pixelNorm":
        return x / (x.pow(2).mean(-1, keepdim=True) + 1e-8).sqrt()
    if kind == "minibatchDiscrimination":
        m = (x @ weights[0]).reshape(x.shape[0], spec["kernels"], spec["dims"])
        close = (-(m[:, None] - m[None]).abs().sum(3)).exp().sum(1)
        return torch.cat([x, close], 1)
    if kind == "minibatchStddev":
        return stddev(x, spec["group"])
    if kind == "activation":
        return ACTIVATIONS[spec["fn"]](x)
    if kind == "constant":
        return weights[0].expand(x.shape[0], *weights[0].shape)
    if kind == "upsample":
        return x.repeat_interleave(2, 1).repeat_interleave(2, 2)
    if kind == "downsample":
        n, h, w, c = x.shape
        return x.reshape(n, h // 2, 2, w // 2, 2, c).mean((2, 4))
    if kind == "flatten":
        return x.reshape(x.shape[0], -1)
    if kind == "reshape":
        return x.reshape(x.shape[0], spec["height"], spec["width"], spec["channels"])
    raise ValueError(kind)


def before_smaller(passed):
    """The last output as large as the present one that a smaller one followed."""
    side = passed[-1].shape[1]
    same = [a for a, b in zip(passed, passed[1:]) if a.dim() == 4 and a.shape[1] == side and b.shape[1] < side]
    return same[-1]


def adain(x, style, weights):
    """(x - mean) / deviation * (style A + a) + (style B + b), per channel of each picture."""
    centred = x - x.mean((1, 2), keepdim=True)
    normal = centred / (centred.pow(2).mean((1, 2), keepdim=True) + 1e-5).sqrt()
    return normal * (style @ weights[0] + weights[1])[:, None, None] + (style @ weights[2] + weights[3])[:, None, None]


class Network:
    """A list of layers with their weights; spectral normalization from its left vectors u, one after the other."""

    def __init__(self, record):
        self.specs = [one["layer"] for one in record["layers"]]
        self.weights = [[tensor(w).requires_grad_() for w in one["weights"]] for one in record["layers"]]
        self.features = record.get("features", len(self.specs) - 1)
        self.u = torch.tensor(record["singular"], dtype=torch.float64) if "singular" in record else None

    @property
    def flat(self):
        return [w for own in self.weights for w in own]

    def kernels(self):
        """The weights with normalized kernels, and the vectors after one power iteration."""
        if self.u is None:
            return self.weights, None
        at, following, out = 0, [], []
        for spec, own in zip(self.specs, self.weights):
            if spec["type"] not in ("dense", "conv", "maxout"):
                out.append(own)
                continue
            matrix = own[0].reshape(-1, own[0].shape[-1])
            with torch.no_grad():
                v = F.normalize(matrix @ self.u[at : at + matrix.shape[1]], dim=0)
                u = F.normalize(matrix.T @ v, dim=0)
            at += matrix.shape[1]
            following.append(u)
            out.append([own[0] / (v @ matrix @ u)] + own[1:])
        return out, torch.cat(following)

    def __call__(self, x, depth=None):
        weights, self.following = self.kernels()
        passed = [x]
        for spec, own in list(zip(self.specs, weights))[:depth]:
            if spec["type"] == "skip":
                x = torch.cat([x, before_smaller(passed)], -1)
            elif spec["type"] == "style":
                x = adain(x, passed[0], own)
            else:
                x = layer(x, spec, own)
            passed.append(x)
        return x

    def code(self, x):
        return self(x, self.features).reshape(x.shape[0], -1)

    def settle(self):
        if self.u is not None:
            self.u = self.following


# Penalties


def slopes(score, x):
    x = x.detach().requires_grad_()
    gradient = torch.autograd.grad(score(x).sum(), x, create_graph=True)[0]
    return gradient.reshape(x.shape[0], -1).pow(2).sum(1)


def to_one(score, x, n):
    return n["lambda"] * ((slopes(score, x) + 1e-12).sqrt() - 1).pow(2).mean()


def gradient_penalty(score, x, fake, n, uniform):
    epsilon = uniform()
    return to_one(score, epsilon * x + (1 - epsilon) * fake, n)


def dragan(score, x, fake, n, uniform):
    sd = (x - x.mean()).pow(2).mean().sqrt()
    return to_one(score, x + 0.5 * sd * uniform(), n)


PENALTIES = {
    "r1": lambda s, x, f, n, u: n["gamma"] / 2 * slopes(s, x).mean(),
    "r2": lambda s, x, f, n, u: n["gamma"] / 2 * slopes(s, f).mean(),
    "gradient-penalty": gradient_penalty,
    "dragan": dragan,
    "wgan-div": lambda s, x, f, n, u: n["kappa"] / 2 * sum(slopes(s, at).pow(n["power"] / 2).mean() for at in (x, f)),
}


# Objectives: D's loss, G's loss on raw scores C, high for real

bce = lambda r, f: sp(-r).mean() + sp(f).mean()
critic = (lambda r, f, n: f.mean() - r.mean(), lambda f, r, n: -f.mean())
non_saturating = (lambda r, f, n: bce(r, f), lambda f, r, n: sp(-f).mean())
paired = lambda a, b: sp(b - a).mean()
averaged = lambda a, b: sp(b.mean() - a).mean() + sp(b - a.mean()).mean()
excess = lambda r, f: 0.5 * (r.pow(2).mean() + f.pow(2).mean()) - 1
partition = lambda r, f: torch.logsumexp(torch.cat([r, f]).reshape(-1), 0)


def squares(a, b, c):
    return (
        lambda r, f, n: 0.5 * ((r - b).pow(2).mean() + (f - a).pow(2).mean()),
        lambda f, r, n: 0.5 * (f - c).pow(2).mean(),
    )


# Output activation g and conjugate f*, from the f-GAN paper's tables 2 and 6
DIVERGENCES = {
    "total-variation": (lambda v: 0.5 * torch.tanh(v), lambda t: t),
    "kl": (lambda v: v, lambda t: torch.exp(t - 1)),
    "reverse-kl": (lambda v: -torch.exp(-v), lambda t: -1 - torch.log(-t)),
    "pearson": (lambda v: v, lambda t: 0.25 * t**2 + t),
    "neyman": (lambda v: 1 - torch.exp(-v), lambda t: 2 - 2 * torch.sqrt(1 - t)),
    "hellinger": (lambda v: 1 - torch.exp(-v), lambda t: t / (1 - t)),
    "jensen-shannon": (lambda v: LN2 - sp(-v), lambda t: -torch.log(2 - torch.exp(t))),
    "gan": (lambda v: -sp(-v), lambda t: -torch.log(1 - torch.exp(t))),
}


def f_gan_discriminator(r, f, n):
    g, conjugate = DIVERGENCES[n["divergence"]]
    return conjugate(g(f)).mean() - g(r).mean()


def f_gan_generator(f, r, n):
    g, conjugate = DIVERGENCES[n["divergence"]]
    return -(g(f) if n["fGenerator"] == "practical" else conjugate(g(f))).mean()


OBJECTIVES = {
    "minimax": (lambda r, f, n: bce(r, f), lambda f, r, n: -sp(f).mean()),
    "non-saturating": non_saturating,
    "least-squares": squares(0, 1, 1),
    "least-squares-pearson": squares(-1, 1, 0),
    "hinge": (lambda r, f, n: F.relu(1 - r).mean() + F.relu(1 + f).mean(), critic[1]),
    "wgan": critic,
    "wgan-gp": critic,
    "wgan-div": critic,
    "dragan": non_saturating,
    "relativistic": (lambda r, f, n: paired(r, f), lambda f, r, n: paired(f, r)),
    "relativistic-average": (lambda r, f, n: averaged(r, f), lambda f, r, n: averaged(f, r)),
    "r3gan": (lambda r, f, n: paired(r, f), lambda f, r, n: paired(f, r)),
    "ebgan": (lambda r, f, n: -r.mean() + F.relu(n["margin"] + f).mean(), critic[1]),
    "began": (lambda r, f, n: -r.mean() + n["k"] * f.mean(), critic[1]),
    "f-gan": (f_gan_discriminator, f_gan_generator),
    "boundary-seeking": (lambda r, f, n: bce(r, f), lambda f, r, n: 0.5 * f.pow(2).mean()),
    "softmax": (
        lambda r, f, n: partition(r, f) - r.mean(),
        lambda f, r, n: partition(r, f) - 0.5 * (r.mean() + f.mean()),
    ),
    "fisher": (
        lambda r, f, n: f.mean() - r.mean() + n["multiplier"] * excess(r, f) + n["rho"] / 2 * excess(r, f) ** 2,
        critic[1],
    ),
    "b-gan": (lambda r, f, n: (sp(f) ** 2 - 1).mean() - 2 * (sp(r) - 1).mean(), lambda f, r, n: (sp(f) - 1).pow(2).mean()),
}
OWN = {"wgan-gp": ["gradient-penalty"], "dragan": ["dragan"], "wgan-div": ["wgan-div"], "r3gan": ["r1", "r2"]}
PAIRED = ["relativistic", "relativistic-average", "r3gan", "softmax"]
ENERGY = {"ebgan": lambda d: d.pow(2), "began": lambda d: d.abs()}


def pulling_away(codes):
    unit = F.normalize(codes, dim=1)
    n = codes.shape[0]
    return ((unit @ unit.T).pow(2).sum() - n) / (n * (n - 1))


# Cases


def flat(tensors):
    return torch.cat([t.reshape(-1) for t in tensors]).tolist()


def objective_case(case):
    real, fake = (tensor(case[name]).requires_grad_() for name in ("real", "fake"))
    discriminator, generator = OBJECTIVES[case["id"]]
    n = case["numbers"]
    d, g = discriminator(real, fake, n), generator(fake, real, n)
    return {
        "losses": [d.item(), g.item()],
        "discriminator": flat(torch.autograd.grad(d, [real, fake])),
        "generator": flat(torch.autograd.grad(g, [fake])),
    }


def filled(gradients, like):
    return [torch.zeros_like(w) if g is None else g for g, w in zip(gradients, like)]


def network_case(case):
    net = Network(case["network"])
    x = tensor(case["x"]).requires_grad_()
    y = net(x)
    total = (y * tensor(case["weighting"])).sum()
    first = torch.autograd.grad(total, net.flat + [x], allow_unused=True)
    answer = {"values": flat([y]), "first": flat(filled(first, net.flat + [x]))}
    for name in case["penalties"]:
        uniforms = [tensor(one) for one in case["uniforms"][name]]
        value = PENALTIES[name](net, x, tensor(case["fake"]), case["numbers"], lambda: uniforms.pop(0))
        second = torch.autograd.grad(value, net.flat, allow_unused=True)
        answer[f"{name} value"] = [value.item()]
        answer[f"{name} gradient"] = flat(filled(second, net.flat))
    return answer


def run_case(case):
    G, D, n, name = Network(case["G"]), Network(case["D"]), dict(case["numbers"]), case["objective"]
    draws = [tensor(one) for one in case["draws"]]
    draw = lambda: draws.pop(0)
    discriminator, generator = OBJECTIVES[name]
    energy = ENERGY.get(name)
    score = lambda x: -energy(x - D(x)).reshape(x.shape[0], -1).mean(1, keepdim=True) if energy else D(x)
    penalties = list(dict.fromkeys(OWN.get(name, []) + case["penalties"]))
    losses = []

    def step(loss, net):
        gradients = filled(torch.autograd.grad(loss, net.flat, allow_unused=True), net.flat)
        with torch.no_grad():
            for w, g in zip(net.flat, gradients):
                w -= case["rate"] * g
        losses.append(loss.item())

    for _ in range(case["iterations"]):
        x, z = draw(), draw()
        fake = G(z).detach()
        real, generated = score(x), score(fake)
        loss = discriminator(real, generated, n)
        following = dict(n)
        with torch.no_grad():
            if name == "began":
                k = n["k"] + n["proportionalGain"] * (-n["diversity"] * real.mean() + generated.mean())
                following["k"] = min(max(k.item(), 0), 1)
            if name == "fisher":
                following["multiplier"] = n["multiplier"] + n["rho"] * excess(real, generated).item()
        for penalty in penalties:
            loss = loss + PENALTIES[penalty](score, x, fake, n, draw)
        step(loss, D)
        D.settle()
        if name == "wgan":
            with torch.no_grad():
                for w in D.flat:
                    w.clamp_(-n["clip"], n["clip"])
        n = following
        fake = G(draw())
        generated = score(fake)
        loss = generator(generated, score(draw()) if name in PAIRED else None, n)
        if name == "ebgan":
            loss = loss + n["pullingAway"] * pulling_away(D.code(fake))
        step(loss, G)
    return {"losses": losses, "G": flat(G.flat), "D": flat(D.flat)}


def optimizer_case(case):
    w = torch.tensor(case["start"], dtype=torch.float64).requires_grad_()
    optimizer = {
        "adam": lambda: torch.optim.Adam([w], lr=0.01, betas=(0.5, 0.99), eps=1e-8),
        "rmsprop": lambda: torch.optim.RMSprop([w], lr=0.01, alpha=0.9, eps=1e-8),
        "sgd": lambda: torch.optim.SGD([w], lr=0.01, momentum=0.8),
    }[case["id"]]()
    for gradient in case["gradients"]:
        w.grad = torch.tensor(gradient, dtype=torch.float64)
        optimizer.step()
    return {"weights": w.tolist()}


KINDS = {"objective": objective_case, "network": network_case, "run": run_case, "optimizer": optimizer_case}
