package io.github.junitattrib.model.torch.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code forward} of the root takes and gives. */
final class Signature {

    /** The native library matches arguments by their order; names only tell which is which. */
    private static final Map<String, ArchiveInput> KNOWN = Map.of(
            "input_ids", ArchiveInput.IDS,
            "ids", ArchiveInput.IDS,
            "attention_mask", ArchiveInput.MASK,
            "mask", ArchiveInput.MASK,
            "token_type_ids", ArchiveInput.TYPES);

    /** What zeros would not stand for. */
    private static final Set<String> FOREIGN = Set.of(
            "position_ids",
            "inputs_embeds",
            "head_mask",
            "decoder_input_ids",
            "decoder_attention_mask",
            "global_attention_mask",
            "labels");

    private static final List<ArchiveInput> USUAL_ORDER =
            List.of(ArchiveInput.IDS, ArchiveInput.MASK, ArchiveInput.TYPES);

    private static final String REMEDY =
            "Trace a wrapper that takes input_ids and attention_mask and returns the logits [B,C].";

    private Signature() {}

    /** Returns the roles of the parameters behind {@code self} that must be given. */
    static List<ArchiveInput> inputs(ScriptFunction forward) throws UnfitNetwork {
        List<ArchiveInput> inputs = new ArrayList<>();
        for (ScriptFunction.Parameter parameter :
                forward.parameters().subList(1, forward.parameters().size())) {
            // Printed code numbers names that it has twice.
            String name = withoutNumber(parameter.name());
            Optional<ArchiveInput> known = Optional.ofNullable(KNOWN.get(name));
            boolean tensor =
                    parameter.type().equals("Tensor") || parameter.type().equals("Optional[Tensor]");
            if (parameter.optional() && (known.isEmpty() || !tensor)) {
                break;
            }
            int index = inputs.size();
            if (!tensor || index >= USUAL_ORDER.size() || FOREIGN.contains(name)) {
                throw unfit(forward);
            }
            inputs.add(known.orElse(USUAL_ORDER.get(index)));
        }
        if (inputs.isEmpty()
                || !inputs.contains(ArchiveInput.IDS)
                || inputs.stream().distinct().count() < inputs.size()) {
            throw unfit(forward);
        }
        return List.copyOf(inputs);
    }

    /** By hand: a regular expression would try each digit of a long name. */
    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static UnfitNetwork unfit(ScriptFunction forward) {
        String parameters = forward.parameters().stream()
                .skip(1)
                .map(parameter -> parameter.name() + ": " + parameter.type())
                .collect(Collectors.joining(", "));
        return new UnfitNetwork(
                "takes the arguments (" + parameters + ") rather than token ids, attention mask and token types.",
                REMEDY);
    }

    /** Checks that scores can be found in what it returns. */
    static void checkResult(ScriptFunction forward) throws UnfitNetwork {
        String type = forward.returns();
        boolean single = type.equals("Tensor");
        boolean first = type.startsWith("Tuple[Tensor") || type.equals("List[Tensor]");
        boolean named = type.equals("Dict[str,Tensor]");
        if (!single && !first && !named) {
            throw new UnfitNetwork("returns " + (type.isEmpty() ? "nothing" : type) + " rather than logits.", REMEDY);
        }
    }

    /** Returns what computes the scores last, as far as it can be told. */
    static Optional<Value.Computed> scores(Value result) {
        if (result instanceof Value.Computed computed) {
            return Optional.of(computed);
        }
        if (result instanceof Value.Several several && !several.items().isEmpty()) {
            return scores(several.items().get(0));
        }
        if (result instanceof Value.Named named) {
            boolean one = named.items().size() == 1;
            Value value = one
                    ? named.items().values().iterator().next()
                    : named.items().getOrDefault("logits", Value.UNKNOWN);
            return scores(value);
        }
        return Optional.empty();
    }
}
