// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Turns a public record of plain values into a tree for JSON and back. Any thread.
///
/// A component is a record, an enum, a text, a truth value, a number, or a list or an `Optional` of those; a record of
/// one text, such as an instrument code, is written as that text, and one of a sealed family with its name. What the
/// tree does not have, or has in a form that does not fit, is taken from a record of defaults, and is left out of a
/// list: a settings file from another version costs what changed, not all.
final class RecordTree {

    private static final Logger LOG = Logger.getLogger(RecordTree.class.getName());

    /// Which record of its family a tree tells.
    private static final String IS = "is";

    private RecordTree() {}

    /// The tree of `values`; an empty `Optional` is null in it.
    static Map<String, @Nullable Object> of(Record values) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (Arrays.stream(values.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
            tree.put(IS, values.getClass().getSimpleName());
        }
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            tree.put(component.getName(), plain(read(component, values)));
        }
        return tree;
    }

    private static @Nullable Object plain(Object value) {
        return switch (value) {
            case Record one when isText(one.getClass()) -> read(one.getClass().getRecordComponents()[0], one);
            case Record tree -> of(tree);
            case Enum<?> constant -> constant.name();
            case Optional<?> optional -> optional.isPresent() ? plain(optional.get()) : null;
            case List<?> list -> list.stream().map(RecordTree::plain).toList();
            default -> value;
        };
    }

    /// The record that `tree` tells.
    ///
    /// @param defaults what is taken where the tree is silent or wrong
    static <R extends Record> R read(Map<?, ?> tree, R defaults) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object otherwise = read(components[i], defaults);
            values[i] = component(tree, components[i], otherwise);
        }
        @SuppressWarnings("unchecked") // the class of a record is the class that makes it
        Class<R> type = (Class<R>) defaults.getClass();
        try {
            return make(type, components, values);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, e, () -> "settings that do not fit together: " + tree.keySet());
            return fitting(type, components, values, defaults);
        }
    }

    /// The record of those of `values` that its class takes, one after another, and of `defaults` for the others.
    private static <R extends Record> R fitting(
            Class<R> type, RecordComponent[] components, Object[] values, R defaults) {
        Object[] taken = Arrays.stream(components)
                .map(component -> read(component, defaults))
                .toArray();
        R record = defaults;
        for (int i = 0; i < components.length; i++) {
            Object before = taken[i];
            taken[i] = values[i];
            try {
                record = make(type, components, taken);
            } catch (IllegalArgumentException e) {
                taken[i] = before;
            }
        }
        return record;
    }

    private static Object component(Map<?, ?> tree, RecordComponent component, Object otherwise) {
        if (!tree.containsKey(component.getName())) {
            return otherwise;
        }
        try {
            return value(component.getGenericType(), tree.get(component.getName()), otherwise);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, e, () -> "a setting that cannot be read: " + component.getName());
            return otherwise;
        }
    }

    private static Object value(Type type, @Nullable Object plain, @Nullable Object otherwise) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return plain == null ? Optional.empty() : Optional.of(value(inner, plain, null));
            } else if (generic.getRawType() == List.class && plain instanceof List<?> list) {
                List<Object> values = new ArrayList<>();
                list.forEach(item -> item(inner, item).ifPresent(values::add));
                return List.copyOf(values);
            }
        } else if (type instanceof Class<?> single && plain != null) {
            return value(single, plain, otherwise);
        }
        throw new IllegalArgumentException(plain + " for " + type);
    }

    private static Optional<Object> item(Type type, @Nullable Object plain) {
        try {
            return Optional.of(value(type, plain, null));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, e, () -> "left out of a list of settings: " + plain);
            return Optional.empty();
        }
    }

    private static Object value(Class<?> type, Object plain, @Nullable Object otherwise) {
        if (plain instanceof Map<?, ?> tree && type.isRecord()) {
            return (otherwise instanceof Record defaults ? Optional.of(defaults) : defaults(type))
                    .<Object>map(defaults -> read(tree, defaults))
                    .orElseGet(() -> strict(type, tree));
        } else if (plain instanceof Map<?, ?> tree && type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .filter(member ->
                            member.isRecord() && member.getSimpleName().equals(tree.get(IS)))
                    .findFirst()
                    .map(member -> strict(member, tree))
                    .orElseThrow(() -> new IllegalArgumentException(tree + " for " + type));
        } else if (plain instanceof String text && type.isRecord() && isText(type)) {
            return make(type, type.getRecordComponents(), text);
        } else if (plain instanceof String text && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant ->
                            constant instanceof Enum<?> known && known.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text + " for " + type));
        } else if (plain instanceof Number number) {
            return number(type, number);
        } else if ((plain instanceof Boolean && type == boolean.class)
                || (plain instanceof String && type == String.class)) {
            return plain;
        }
        throw new IllegalArgumentException(plain + " for " + type);
    }

    /// The number as that type has it, exactly; JSON's own may have any size.
    private static Object number(Class<?> type, Number number) {
        if (type == double.class && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        try {
            if (type == int.class || type == Integer.class) {
                return new BigDecimal(number.toString()).intValueExact();
            } else if (type == long.class) {
                return new BigDecimal(number.toString()).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(number + " for " + type, e);
        }
        throw new IllegalArgumentException(number + " for " + type);
    }

    /// The constant `DEFAULT` of a record that has one.
    private static Optional<Record> defaults(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getName().equals("DEFAULT") && field.getType() == type)
                .findFirst()
                .map(field -> {
                    try {
                        return (Record) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(type + " is not public", e);
                    }
                });
    }

    /// A record for which there are no defaults must be told whole.
    private static Object strict(Class<?> type, Map<?, ?> tree) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), tree.get(component.getName()), null))
                .toArray();
        return make(type, components, values);
    }

    private static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getType() == String.class;
    }

    private static Object read(RecordComponent component, Record values) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not public", e);
        }
    }

    private static <R> R make(Class<R> type, RecordComponent[] components, Object... values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type + " refuses " + Arrays.toString(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not public", e);
        }
    }
}
